using System.Security.Cryptography;
using System.Text;
using System.Xml;
using NewsMonitor.Display;
using NewsMonitor.Matches;

namespace NewsMonitor.Web;

/// <summary>Matches as an Atom feed (RFC 4287), so that a feed reader can follow the monitor.</summary>
internal static class MatchesAtom
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>Writes the feed as UTF-8.</summary>
    public static void Write(Stream stream, IReadOnlyList<StoredMatch> matches)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("feed", Namespace);
        Text(xml, "id", "urn:uuid:6f0d1c38-3f7e-5b1a-9d43-2a0d9b1f7c11");
        Text(xml, "title", "NewsMonitor: matches");
        Text(xml, "updated", Time(matches.Count == 0 ? DateTimeOffset.UnixEpoch : matches.Max(stored => stored.Match.FirstSeen)));
        xml.WriteStartElement("author", Namespace);
        Text(xml, "name", "NewsMonitor");
        xml.WriteEndElement();
        foreach (var stored in matches)
            Entry(xml, stored);
        xml.WriteEndElement();
    }

    private static void Entry(XmlWriter xml, StoredMatch stored)
    {
        var match = stored.Match;
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "id", Id(match));
        Text(xml, "title", SafeText.Line($"{match.Title} ({string.Join("; ", match.Findings.Select(FindingWords.Of).Distinct(StringComparer.Ordinal))})"));
        Text(xml, "updated", Time(match.FirstSeen));
        if (match.Published?.Instant is { } published)
            Text(xml, "published", Time(published));
        if (SafeLink.Of(match.Url) is { } link)
        {
            xml.WriteStartElement("link", Namespace);
            xml.WriteAttributeString("href", link);
            if (match.Language is { } language)
                xml.WriteAttributeString("hreflang", SafeText.Line(language));
            xml.WriteEndElement();
        }

        foreach (var author in match.Authors.IsEmpty ? [match.Outlet] : match.Authors)
        {
            xml.WriteStartElement("author", Namespace);
            Text(xml, "name", SafeText.Line(author));
            xml.WriteEndElement();
        }

        foreach (var topic in match.Findings.Select(finding => finding.Topic).Distinct(StringComparer.Ordinal))
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", topic);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Content(stored).ToString());
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static HtmlBuilder Content(StoredMatch stored)
    {
        var match = stored.Match;
        var html = new HtmlBuilder().Add($"<p>{SafeText.Line(match.Outlet)}</p>");
        for (var i = 0; i < match.Findings.Length; i++)
        {
            html.Add($"<p><strong>{FindingWords.Of(match.Findings[i])}</strong></p>");
            if (stored.Quote(i) is { } quote)
                html.Add($"<blockquote {QuoteHtml.Language(match.Language)}>{QuoteHtml.Inside(quote)}</blockquote>");
        }

        return html;
    }

    // From the canonical address alone, so that an entry keeps its id in another database of the same articles.
    private static string Id(Match match) => "urn:uuid:" + new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(match.Url)).AsSpan(0, 16)).ToString("D");

    private static string Time(DateTimeOffset time) => XmlConvert.ToString(time.ToUniversalTime());

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);
}
