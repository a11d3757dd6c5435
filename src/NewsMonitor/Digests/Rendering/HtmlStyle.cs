using NewsMonitor.Display;

namespace NewsMonitor.Digests.Rendering;

/// <summary>
/// The style sheet of the mail and of the HTML file. Colors keep a contrast of at least 4.5:1 in both schemes; where a mail client drops the
/// sheet, the page stays readable in the client's own colors.
/// </summary>
internal static class HtmlStyle
{
    /// <summary>The sheet as the content of a <c>style</c> element.</summary>
    public static HtmlBuilder Sheet() => HtmlBuilder.OfTrusted("""
        :root{color-scheme:light dark;supported-color-schemes:light dark}
        body{background:#fff;color:#1b1f24}
        a{color:#0a58ca}
        .m{color:#57606a}
        .c{border:1px solid #d5dae1;border-radius:8px;background:#f6f8fa}
        .s{border-top:1px solid #d5dae1}
        .q{border-left:3px solid #8c959f}
        .n{background:#0f5132;color:#fff}
        .u{background:#7a4100;color:#fff}
        .r{background:#e7eaee;color:#3d444d}
        .k{background:#7d1f3f;color:#fff}
        .l{font-family:ui-monospace,Menlo,Consolas,monospace;letter-spacing:1px}
        :lang(ko){word-break:keep-all}
        mark{background:#fff0a6;color:inherit;font-weight:600;border-radius:2px;padding:0 1px}
        @media(prefers-color-scheme:dark){
        body{background:#14171c;color:#e4e8ee}
        a{color:#8bb8ff}
        .m{color:#a4aebb}
        .c{border-color:#343c47;background:#1b2027}
        .s{border-color:#343c47}
        .q{border-color:#6b7684}
        .n{background:#a6e3bf;color:#0b2a19}
        .u{background:#ffd08a;color:#3a2200}
        .r{background:#2c333d;color:#c6ced8}
        .k{background:#f5b8cb;color:#3d0a1c}
        mark{background:#5c4a06;color:#fff3c2}
        }
        """);

    public const string Body =
        "margin:0;padding:0;font:16px/1.5 -apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans','Noto Sans CJK KR',Helvetica,Arial,sans-serif;-webkit-text-size-adjust:100%";

    public const string Column = "max-width:640px;margin:0 auto;padding:20px 16px 32px;overflow-wrap:anywhere";
    public const string Badge = "display:inline-block;border-radius:4px;padding:1px 7px;font-size:12px;font-weight:700;letter-spacing:.04em";
    public const string Counts = "width:100%;border-collapse:collapse;margin:4px 0 6px";
    public const string Count = "width:25%;padding:0;line-height:1.25;text-align:left";
    public const string Small = "font-size:13px;margin:4px 0";
}
