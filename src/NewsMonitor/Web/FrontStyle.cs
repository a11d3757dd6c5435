namespace NewsMonitor.Web;

/// <summary>The style sheet of the page: one column on a phone, a second one for the monitor's own state where there is room, both color schemes.</summary>
internal static class FrontStyle
{
    public const string Sheet = """
        :root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--soft:#57606a;--line:#d5dae1;--box:#f6f8fa;--link:#0a58ca;--mark:#fff0a6;--onmark:#1b1f24;--good:#0f5132;--bad:#a3231f;--accent:#0a58ca;--onaccent:#fff;--field:#8c959f}
        @media(prefers-color-scheme:dark){:root{--bg:#14171c;--fg:#e4e8ee;--soft:#a4aebb;--line:#343c47;--box:#1b2027;--link:#8bb8ff;--mark:#5c4a06;--onmark:#fff3c2;--good:#8fd8ad;--bad:#ff9d94;--accent:#8bb8ff;--onaccent:#10213d;--field:#6b7684}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans CJK KR',Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
        a{color:var(--link)}
        a:focus-visible,input:focus-visible,select:focus-visible,button:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
        .skip{position:absolute;left:-999px}
        .skip:focus{left:8px;top:8px;background:var(--bg);padding:4px 8px}
        .wrap{max-width:1160px;margin:0 auto;padding:0 16px}
        header{border-bottom:1px solid var(--line)}
        header .wrap{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 20px;padding-top:14px;padding-bottom:12px}
        h1{font-size:22px;line-height:1.3;margin:0}
        nav{display:flex;flex-wrap:wrap;gap:2px 16px;font-size:15px}
        nav a{padding:4px 0}
        .cols{display:grid;gap:28px;padding-top:18px;padding-bottom:32px}
        @media(min-width:960px){.cols{grid-template-columns:minmax(0,1fr) 320px;gap:40px}}
        h2{font-size:18px;line-height:1.3;margin:0 0 10px}
        h3{font-size:17px;line-height:1.4;margin:0}
        form{display:grid;gap:10px;grid-template-columns:1fr 1fr;margin:0 0 20px;padding:14px;background:var(--box);border:1px solid var(--line);border-radius:8px}
        form label:first-child,form button{grid-column:1/-1}
        @media(min-width:600px){form{grid-template-columns:2fr 2fr 1.2fr auto;align-items:end}form label:first-child,form button{grid-column:auto}}
        label{display:grid;gap:3px;font-size:13px;color:var(--soft)}
        input,select,button{font:inherit;font-size:16px;width:100%;min-height:40px;padding:6px 9px;border:1px solid var(--field);border-radius:6px;background:var(--bg);color:var(--fg)}
        button{background:var(--accent);border-color:var(--accent);color:var(--onaccent);font-weight:600;cursor:pointer}
        :lang(ko){word-break:keep-all}
        article{padding:16px 0 14px;border-top:1px solid var(--line)}
        .soft{color:var(--soft)}
        .small{font-size:13px;margin:4px 0}
        .claim{margin:10px 0 4px;font-weight:600}
        blockquote{margin:0 0 6px;padding:2px 0 2px 12px;border-left:3px solid var(--field)}
        mark{background:var(--mark);color:var(--onmark);font-weight:600;border-radius:2px;padding:0 1px}
        .box{background:var(--box);border:1px solid var(--line);border-radius:8px;padding:14px;margin:0 0 16px}
        .box p{margin:4px 0}
        .box ul{margin:6px 0 0;padding-left:18px}
        .box li{margin:3px 0;font-size:14px}
        .good{color:var(--good);font-weight:600}
        .bad{color:var(--bad);font-weight:600}
        summary{cursor:pointer;padding:4px 0}
        footer{border-top:1px solid var(--line);font-size:13px;color:var(--soft);padding:12px 0 24px}
        """;
}
