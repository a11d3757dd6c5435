using System.Xml;

namespace NewsMonitor.Subscriptions;

/// <summary>A folder of an OPML file on its way out.</summary>
internal sealed class OpmlFolder
{
    private readonly Dictionary<string, OpmlFolder> _folders = new(StringComparer.Ordinal);
    private readonly List<OpmlEntry> _entries = [];

    /// <summary>The folders of these entries, in the order in which they first appear.</summary>
    public static OpmlFolder TreeOf(IEnumerable<OpmlEntry> entries)
    {
        var root = new OpmlFolder();
        foreach (var entry in entries)
        {
            var folder = root;
            foreach (var name in entry.Folders.Take(Opml.MaxFolders))
            {
                if (!folder._folders.TryGetValue(name, out var inner))
                    folder._folders[name] = inner = new OpmlFolder();
                folder = inner;
            }

            folder._entries.Add(entry);
        }

        return root;
    }

    /// <summary>Writes the feeds, then the folders.</summary>
    public void WriteContents(XmlWriter writer)
    {
        foreach (var entry in _entries)
            Write(writer, entry);
        foreach (var (name, folder) in _folders)
        {
            writer.WriteStartElement("outline");
            writer.WriteAttributeString("text", XmlText.Of(name));
            folder.WriteContents(writer);
            writer.WriteEndElement();
        }
    }

    private static void Write(XmlWriter writer, OpmlEntry entry)
    {
        writer.WriteStartElement("outline");
        writer.WriteAttributeString("text", XmlText.Of(entry.Title ?? entry.Url));
        if (entry.Title is not null)
            writer.WriteAttributeString("title", XmlText.Of(entry.Title));
        writer.WriteAttributeString("type", "rss");
        writer.WriteAttributeString("xmlUrl", entry.Url);
        if (entry.Language is not null)
            writer.WriteAttributeString("language", XmlText.Of(entry.Language));
        if (entry.Categories.Length > 0)
            writer.WriteAttributeString("category", XmlText.Of(string.Join(',', entry.Categories)));
        foreach (var attribute in entry.Attributes)
            writer.WriteAttributeString(attribute.Name, attribute.Namespace, XmlText.Of(attribute.Value));
        writer.WriteEndElement();
    }
}
