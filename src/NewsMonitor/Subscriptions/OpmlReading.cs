using System.Collections.Immutable;
using System.Xml;
using NewsMonitor.Fetching;

namespace NewsMonitor.Subscriptions;

/// <summary>The reading of one OPML file, node by node, without a tree of it.</summary>
internal sealed class OpmlReading(XmlReader reader, int maxEntries, int maxFolders, int maxProblems)
{
    private readonly ImmutableArray<OpmlEntry>.Builder _entries = ImmutableArray.CreateBuilder<OpmlEntry>();
    private readonly ImmutableArray<OpmlProblem>.Builder _problems = ImmutableArray.CreateBuilder<OpmlProblem>();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Stack<string> _folders = new();
    private string? _title;
    private bool _isOpml;
    private bool _inTitle;
    private int _unnamedProblems;

    /// <summary>Reads one node; false at the end, or where nothing more is to be read.</summary>
    /// <exception cref="XmlException">The file is not well formed from here on.</exception>
    public bool Step()
    {
        if (!reader.Read())
            return false;
        if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "outline")
            _folders.Pop();
        if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && _inTitle)
            _title ??= OneLine.Of(reader.Value);
        if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            _inTitle = reader.NodeType == XmlNodeType.Element && reader.LocalName == "title" && reader.Depth == 2;
        if (reader.NodeType != XmlNodeType.Element)
            return true;

        if (!_isOpml)
        {
            _isOpml = reader.LocalName == "opml";
            if (!_isOpml)
                Problem(Line, "", $"this is no OPML file: its root is <{reader.LocalName}>");
            return _isOpml;
        }

        return reader.LocalName != "outline" || ReadOutline();
    }

    /// <summary>Notes what could not be read.</summary>
    public void Problem(int line, string subject, string reason)
    {
        if (_problems.Count < maxProblems)
            _problems.Add(new OpmlProblem(line, OneLine.Of(subject), OneLine.Of(reason)));
        else
            _unnamedProblems++;
    }

    /// <summary>What was read.</summary>
    public OpmlDocument Result()
    {
        if (_unnamedProblems > 0)
            _problems.Add(new OpmlProblem(0, "", $"and {_unnamedProblems} more entries that cannot be read"));
        return new OpmlDocument(_title, _entries.ToImmutable(), _problems.ToImmutable());
    }

    private int Line => (reader as IXmlLineInfo)?.LineNumber ?? 0;

    private bool ReadOutline()
    {
        var line = Line;
        var hasContents = !reader.IsEmptyElement;
        var outline = Outline.Read(reader);

        if (outline.Url is not null)
        {
            if (_entries.Count >= maxEntries)
            {
                Problem(line, "", $"only the first {maxEntries} feeds are read");
                return false;
            }

            Add(outline, line);
        }
        else if (outline.IsInclude)
        {
            Problem(line, outline.Name, "other files are not included: import them on their own");
        }
        else if (outline.IsFeed)
        {
            Problem(line, outline.Name, "the feed has no xmlUrl");
        }

        if (hasContents)
            _folders.Push(outline.Name);
        return true;
    }

    private void Add(Outline outline, int line)
    {
        var subject = outline.Name.Length > 0 ? outline.Name : outline.Url!;
        if (!WebAddress.TryParse(outline.Url, out var address, out var problem))
            Problem(line, subject, problem);
        else if (_folders.Count > maxFolders)
            Problem(line, subject, $"it lies deeper than {maxFolders} folders");
        else if (!_known.Add(address.ToString()))
            Problem(line, subject, "the feed is named twice: the first entry holds");
        else
            _entries.Add(outline.ToEntry(address, [.. _folders.Where(folder => folder.Length > 0).Reverse()]));
    }

    // The attributes of one outline. Names are written in many cases in the wild.
    private sealed record Outline(
        string Name, string? Url, string? Language, string? Type, ImmutableArray<string> Categories, ImmutableArray<OpmlAttribute> Others)
    {
        private const int MaxAttributes = 100;
        private const int MaxValueLength = 10_000;
        private const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

        public bool IsInclude => string.Equals(Type, "include", StringComparison.OrdinalIgnoreCase);

        public bool IsFeed => Type?.ToUpperInvariant() is "RSS" or "ATOM";

        public OpmlEntry ToEntry(WebAddress address, ImmutableArray<string> folders) =>
            new(address.ToString(), Name.Length > 0 ? Name : null, Language, folders, Categories, Others);

        public static Outline Read(XmlReader reader)
        {
            string? text = null, title = null, url = null, language = null, type = null, category = null;
            var others = ImmutableArray.CreateBuilder<OpmlAttribute>();
            for (var i = 0; i < reader.AttributeCount; i++)
            {
                reader.MoveToAttribute(i);
                switch (reader.NamespaceURI.Length == 0 ? reader.LocalName.ToUpperInvariant() : "")
                {
                    case "TEXT": text = OneLine.Of(reader.Value); break;
                    case "TITLE": title = OneLine.Of(reader.Value); break;
                    case "XMLURL": url = reader.Value; break;
                    case "LANGUAGE": language = OneLine.Of(reader.Value); break;
                    case "TYPE": type = reader.Value; break;
                    case "CATEGORY": category = reader.Value; break;
                    default: Keep(reader, others); break;
                }
            }

            reader.MoveToElement();
            return new Outline(
                string.IsNullOrEmpty(title) ? text ?? "" : title, url, string.IsNullOrEmpty(language) ? null : language, type,
                [.. (category ?? "").Split(',', Tidy)], others.ToImmutable());
        }

        private static void Keep(XmlReader reader, ImmutableArray<OpmlAttribute>.Builder others)
        {
            var declaresNamespace = reader.Prefix == "xmlns" || reader.Name == "xmlns";
            if (!declaresNamespace && others.Count < MaxAttributes && reader.Value.Length <= MaxValueLength)
                others.Add(new OpmlAttribute(reader.LocalName, reader.NamespaceURI, reader.Value));
        }
    }
}
