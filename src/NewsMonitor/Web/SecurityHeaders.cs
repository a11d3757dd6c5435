using System.Security.Cryptography;
using System.Text;

namespace NewsMonitor.Web;

/// <summary>What every answer forbids a browser to do with it.</summary>
internal static class SecurityHeaders
{
    private const string Nothing = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>The headers of every answer; nothing may be loaded, framed or guessed, and no address of a page (it may hold a token) leaves it.</summary>
    public static void Set(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Nothing;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
    }

    /// <summary>Allows one style sheet, known by its content.</summary>
    public static void AllowSheet(HttpResponse response, string sheet) =>
        response.Headers.ContentSecurityPolicy = $"{Nothing}; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}'";

    /// <summary>Allows styles within the document: a digest is the same document as the mail, whose styles stand at its elements.</summary>
    public static void AllowInlineStyles(HttpResponse response) => response.Headers.ContentSecurityPolicy = $"{Nothing}; style-src 'unsafe-inline'";
}
