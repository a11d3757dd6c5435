using System.Globalization;
using System.Text;
using NewsMonitor.Display;

namespace NewsMonitor.Matches;

/// <summary>A match for a terminal: one line of columns, the headline, then each claim with its quote and the evidence between asterisks.</summary>
internal static class MatchTable
{
    private const int OutletWidth = 24;

    /// <summary>The names of the columns.</summary>
    public static string Header() => Columns("ID", "PUBLISHED (UTC)", "LANG", "OUTLET", "STORY");

    /// <summary>The match in at most <paramref name="width"/> columns (addresses excepted), each line ending with a line feed.</summary>
    public static string Of(StoredMatch stored, int width)
    {
        var match = stored.Match;
        var text = new StringBuilder();
        text.Append(Columns(Number(match.Id), Published(match), match.Language ?? "?", SafeText.Line(match.Outlet, OutletWidth), Number(match.Story))).Append('\n');
        Wrapped(text, SafeText.Line(match.Title), width, "  ");
        text.Append("  ").Append(SafeLink.Of(match.Url) ?? SafeText.Line(match.Url)).Append('\n');
        for (var i = 0; i < match.Findings.Length; i++)
        {
            Wrapped(text, $"- {FindingWords.Of(match.Findings[i])} [{match.Findings[i].Stance.Word()}]", width, "  ");
            if (stored.Quote(i) is { } quote)
                Wrapped(text, Quote(quote), width, "    > ");
        }

        if (match.TextSource == TextSource.Feed)
            Wrapped(text, $"(read from the feed's summary{(match.Note is { Length: > 0 } note ? ": " + SafeText.Line(note) : "")})", width, "  ");
        return text.Append('\n').ToString();
    }

    private static string Quote(Excerpt excerpt) =>
        (excerpt.CutBefore ? "… " : "")
        + string.Concat(QuotePieces.Of(excerpt).Select(piece => piece.Marked ? $"*{SafeText.Inline(piece.Text)}*" : SafeText.Inline(piece.Text)))
        + (excerpt.CutAfter ? " …" : "");

    private static string Published(Match match) => match.Published switch
    {
        null => "unknown",
        { Instant: { } instant } => instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        { } day => day.ToString(),
    };

    private static string Columns(string id, string published, string language, string outlet, string story) =>
        $"{id.PadLeft(6)}  {published,-16}  {language,-4}  {DisplayWidth.Padded(outlet, OutletWidth)}  {story}".TrimEnd();

    private static void Wrapped(StringBuilder text, string paragraph, int width, string indent)
    {
        foreach (var line in Wrapping.Lines(paragraph, width, indent, indent))
            text.Append(line).Append('\n');
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
