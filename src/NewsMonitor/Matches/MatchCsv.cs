using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsMonitor.Matches;

/// <summary>Matches as CSV (RFC 4180), a row a finding, safe to open in a spreadsheet.</summary>
internal static class MatchCsv
{
    public const string Header =
        "id,url,title,authors,published,first_seen,language,outlet,text_source,story,topic,kind,direction,recognizer,regions,stance,evidence_in,quote,start,end,confidence,rule,cameo";

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n\t;'");

    /// <summary>The rows of one match, each ending with CR LF.</summary>
    public static string Rows(Match match)
    {
        var rows = new StringBuilder();
        foreach (var finding in match.Findings)
        {
            string?[] cells =
            [
                Number(match.Id), match.Url, match.Title, string.Join("; ", match.Authors), match.Published?.ToString(),
                match.FirstSeen.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                match.Language, match.Outlet, match.TextSource.Word(), Number(match.Story),
                finding.Topic, finding.Kind, finding.Direction, finding.Recognizer, finding.Regions is { } regions ? string.Join(' ', regions) : null,
                finding.Stance.Word(), finding.Evidence.In.Word(), finding.Evidence.Quote, Number(finding.Evidence.Start), Number(finding.Evidence.End),
                finding.Confidence.ToString(CultureInfo.InvariantCulture), finding.Rule, finding.Cameo,
            ];
            rows.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }

        return rows.ToString();
    }

    /// <summary>
    /// A cell. One that a spreadsheet would take for a formula gets an apostrophe in front, which makes it text: the price is that such a
    /// cell differs from the source by this sign.
    /// </summary>
    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        var text = WholeText.Of(value).Replace("\0", "", StringComparison.Ordinal);
        if (text.TrimStart(' ', '\u00a0', '\u200b', '\ufeff') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..])
            text = "'" + text;
        return text.AsSpan().IndexOfAny(NeedQuotes) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
