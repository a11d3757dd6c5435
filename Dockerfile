ARG DOTNET=10.0

FROM mcr.microsoft.com/dotnet/sdk:${DOTNET} AS build
ARG TARGETARCH
WORKDIR /source

# The restore is a layer of its own: it is repeated only when a project file or a lock file changes.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/NewsMonitor/NewsMonitor.csproj src/NewsMonitor/packages.lock.json src/NewsMonitor/
COPY src/NewsMonitor.Articles/NewsMonitor.Articles.csproj src/NewsMonitor.Articles/packages.lock.json src/NewsMonitor.Articles/
COPY src/NewsMonitor.Detection/NewsMonitor.Detection.csproj src/NewsMonitor.Detection/packages.lock.json src/NewsMonitor.Detection/
COPY src/NewsMonitor.Feeds/NewsMonitor.Feeds.csproj src/NewsMonitor.Feeds/packages.lock.json src/NewsMonitor.Feeds/
COPY src/NewsMonitor.Text/NewsMonitor.Text.csproj src/NewsMonitor.Text/packages.lock.json src/NewsMonitor.Text/
RUN dotnet restore src/NewsMonitor --locked-mode -a $TARGETARCH

# For one architecture, with native code compiled ahead (ReadyToRun), so that the worker is ready sooner.
COPY src src
COPY seeds seeds
RUN dotnet publish src/NewsMonitor --no-restore -c Release -a $TARGETARCH -o /app && mkdir /data

# No shell and no package manager; "extra" because the digest needs time zones and the text needs ICU.
FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET}-noble-chiseled-extra
LABEL org.opencontainers.image.title="NewsMonitor" \
      org.opencontainers.image.description="Watches news feeds for North Korean-Russian support and for recognition of separatist regions" \
      org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=build /app .
COPY LICENSE .
COPY --from=build --chown=$APP_UID:$APP_UID /data /data

# Everything that is written goes to the volume, so the root may be read-only: also SQLite's temporary files, and no diagnostic socket in /tmp.
# The base image would have the web server listen on every address; NewsMonitor's own Web:Urls decides (127.0.0.1:8080 unless a token is given).
ENV NEWSMONITOR_Storage__Path=/data/newsmonitor.db \
    NEWSMONITOR_Digest__Folder=/data/digests \
    SQLITE_TMPDIR=/data \
    DOTNET_EnableDiagnostics=0 \
    ASPNETCORE_HTTP_PORTS=

VOLUME /data
EXPOSE 8080
USER $APP_UID
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["/app/newsmonitor", "health"]
ENTRYPOINT ["/app/newsmonitor"]
CMD ["run"]
