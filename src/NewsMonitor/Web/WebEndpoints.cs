using NewsMonitor.Digests;
using NewsMonitor.Digests.Rendering;
using NewsMonitor.Display;
using NewsMonitor.Matches;

namespace NewsMonitor.Web;

/// <summary>The pages, the API, the feed out and the probes.</summary>
internal static class WebEndpoints
{
    private const string Html = "text/html; charset=utf-8";
    private const int PastDigests = 14;

    /// <summary>Maps everything onto the application, behind <see cref="AccessGuard"/>.</summary>
    public static void Map(WebApplication app, MonitorView view, WebOptions options, PrometheusText metrics)
    {
        app.UseMiddleware<AccessGuard>(options);
        app.MapGet("/", (HttpContext context, CancellationToken cancel) => FrontAsync(context, view, cancel));
        app.MapGet("/digests/{name}", (HttpResponse response, string name, CancellationToken cancel) => DigestAsync(response, view, name, cancel));
        app.MapGet("/api/matches", (HttpRequest request, CancellationToken cancel) => ApiAsync(request, view, cancel));
        app.MapGet("/matches.atom", (HttpRequest request, CancellationToken cancel) => AtomAsync(request, view, cancel));
        app.MapGet("/healthz", () => Results.Text("ok\n"));
        app.MapGet("/readyz", (CancellationToken cancel) => ReadyAsync(view, cancel));
        app.MapGet("/metrics", () => Results.Text(metrics.Write(), PrometheusText.ContentType));
    }

    private static async Task<IResult> FrontAsync(HttpContext context, MonitorView view, CancellationToken cancel)
    {
        var query = MatchQuery.Parse(Named(context.Request), out var error);
        var page = new FrontPage(
            query ?? new MatchQuery(),
            error,
            query is null ? [] : await view.Matches(query, cancel),
            await view.Feeds(cancel),
            view.Topics,
            await view.LastDigest(cancel),
            await view.RecentDigests(PastDigests, cancel),
            view.Now(),
            AccessGuard.CarriedToken(context.Request));
        SecurityHeaders.AllowSheet(context.Response, FrontStyle.Sheet);
        return Results.Text(page.Render(), Html, statusCode: error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> DigestAsync(HttpResponse response, MonitorView view, string name, CancellationToken cancel)
    {
        if (await view.DigestNamed(name, cancel) is not { } digest)
            return Results.Text($"There is no digest named {SafeText.Line(name, width: 40)}.\n", statusCode: StatusCodes.Status404NotFound);
        SecurityHeaders.AllowInlineStyles(response);
        return Results.Text(HtmlDigest.Render(digest, HtmlExtent.Whole), Html);
    }

    private static async Task<IResult> ApiAsync(HttpRequest request, MonitorView view, CancellationToken cancel)
    {
        if (MatchQuery.Parse(Named(request), out var error) is not { } query)
            return Results.Json(new { error }, statusCode: StatusCodes.Status400BadRequest);
        var matches = await view.Matches(query, cancel);
        return Written("application/json; charset=utf-8", stream => MatchJson.WriteArray(stream, matches.Select(stored => stored.Match)));
    }

    private static async Task<IResult> AtomAsync(HttpRequest request, MonitorView view, CancellationToken cancel)
    {
        if (MatchQuery.Parse(Named(request), out var error) is not { } query)
            return Results.Text(error + "\n", statusCode: StatusCodes.Status400BadRequest);
        var matches = await view.Matches(query, cancel);
        return Written("application/atom+xml; charset=utf-8", stream => MatchesAtom.Write(stream, matches));
    }

    private static async Task<IResult> ReadyAsync(MonitorView view, CancellationToken cancel)
    {
        var readiness = await view.Readiness(cancel);
        var lines = readiness.Checks.Select(check => $"{(check.Ok ? "ok" : "not ok")}: {check.Name}: {SafeText.Line(check.Says)}\n");
        return Results.Text(
            $"{(readiness.Ready ? "ready" : "not ready")}\n{string.Concat(lines)}",
            statusCode: readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Written(string contentType, Action<Stream> write)
    {
        var content = new MemoryStream();
        write(content);
        return Results.Bytes(content.ToArray(), contentType);
    }

    private static Func<string, string?> Named(HttpRequest request) => name => request.Query[name] is [{ } value, ..] ? value : null;
}
