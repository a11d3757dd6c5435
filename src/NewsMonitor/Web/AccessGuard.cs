using System.Security.Cryptography;
using System.Text;
using NewsMonitor.Display;

namespace NewsMonitor.Web;

/// <summary>
/// Lets in who may see the pages: with a token whoever shows it, without one (then the address is loopback) whoever asked for this machine by a
/// name of this machine, so that a foreign web page cannot read the monitor through a name of its own that resolves to 127.0.0.1.
/// </summary>
internal sealed class AccessGuard(RequestDelegate next, WebOptions options)
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? token = options.Token is { Length: > 0 } given ? Fingerprint(given) : null;

    public async Task InvokeAsync(HttpContext context)
    {
        SecurityHeaders.Set(context.Response);
        if (token is null && !IsThisMachine(context.Request.Host.Host))
        {
            await RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, "This monitor answers on this machine only: open it as http://127.0.0.1 or http://localhost.");
            return;
        }

        if (token is not null && !IsProbe(context.Request.Path) && !Shows(context.Request, token))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"newsmonitor\"";
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "A token is needed: Authorization: Bearer TOKEN, or ?token=TOKEN.");
            return;
        }

        await next(context);
    }

    /// <summary>The query that links within the pages carry on, for a reader who came with the token in the address.</summary>
    public static string? CarriedToken(HttpRequest request) => request.Query["token"] is [{ Length: > 0 } token, ..] ? token : null;

    // Probes say no more than whether the monitor lives and works, and what runs them has no place for a secret.
    private static bool IsProbe(PathString path) => path.Equals("/healthz", StringComparison.Ordinal) || path.Equals("/readyz", StringComparison.Ordinal);

    private static bool IsThisMachine(string host) =>
        host is "127.0.0.1" or "[::1]" or "::1" || string.Equals(host.TrimEnd('.'), "localhost", StringComparison.OrdinalIgnoreCase);

    private static bool Shows(HttpRequest request, byte[] token)
    {
        var header = request.Headers.Authorization.ToString();
        var shown = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : CarriedToken(request);
        return shown is not null && CryptographicOperations.FixedTimeEquals(Fingerprint(shown), token);
    }

    // Hashes have one length, so that not even the token's length is told by the time a comparison takes.
    private static byte[] Fingerprint(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static async Task RefuseAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(SafeText.Line(sentence) + "\n", context.RequestAborted);
    }
}
