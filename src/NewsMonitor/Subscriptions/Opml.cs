using System.Text;
using System.Xml;
using NewsMonitor.Text.Charsets;

namespace NewsMonitor.Subscriptions;

/// <summary>
/// Reads and writes lists of feeds in OPML 2.0. Reading is bounded, resolves nothing outside the file and never throws for what the file holds.
/// </summary>
internal static class Opml
{
    /// <summary>The most feeds read from one file.</summary>
    public const int MaxEntries = 100_000;

    /// <summary>The deepest folder whose feeds are read.</summary>
    public const int MaxFolders = 32;

    private const int MaxProblems = 1000;
    private const long MaxCharacters = 64 * 1024 * 1024;

    /// <summary>Reads a file from its bytes, in the encoding that they show or declare.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static OpmlDocument Read(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; bytes.Length < MaxCharacters && (read = stream.Read(buffer)) > 0;)
            bytes.Write(buffer.AsSpan(0, read));
        using var text = new StringReader(CharsetDecoder.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), null, MarkupKind.Xml).Text);
        return Read(text);
    }

    /// <summary>Reads a file from its text.</summary>
    /// <exception cref="IOException">The text cannot be read.</exception>
    public static OpmlDocument Read(TextReader text)
    {
        using var repaired = new StringReader(Ampersands.Repair(text.ReadToEnd().TrimStart()));
        using var reader = XmlReader.Create(repaired, ReaderSettings());
        return Read(reader);
    }

    /// <summary>Writes a file in UTF-8, feeds of one folder together, in the order given otherwise. The stream stays open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream stream, string title, IEnumerable<OpmlEntry> entries)
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        writer.WriteStartElement("opml");
        writer.WriteAttributeString("version", "2.0");
        writer.WriteStartElement("head");
        writer.WriteElementString("title", XmlText.Of(title));
        writer.WriteEndElement();
        writer.WriteStartElement("body");
        OpmlFolder.TreeOf(entries).WriteContents(writer);
        writer.WriteEndDocument();
    }

    private static XmlReaderSettings ReaderSettings() => new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        CheckCharacters = false,
        CloseInput = false,
    };

    private static OpmlDocument Read(XmlReader reader)
    {
        var reading = new OpmlReading(reader, MaxEntries, MaxFolders, MaxProblems);
        try
        {
            while (reading.Step())
            {
                // every step reads one node
            }
        }
        catch (XmlException broken)
        {
            reading.Problem(broken.LineNumber, "", $"the file cannot be read from here on: {broken.Message}");
        }

        return reading.Result();
    }
}
