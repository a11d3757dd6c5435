using System.Text;
using System.Text.Json;
using NewsMonitor.Feeds.Markup;
using NewsMonitor.Feeds.Reading;

namespace NewsMonitor.Feeds.JsonFeed;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org), read in one pass; entries before a syntax error are kept.</summary>
internal ref struct JsonFeedReader
{
    private readonly FeedDraft feed;
    private readonly string? baseAddress;
    private Utf8JsonReader json;
    private bool isFeed;

    private JsonFeedReader(ReadOnlySpan<byte> utf8, FeedDraft feed, string? baseAddress)
    {
        this.feed = feed;
        this.baseAddress = baseAddress;
        json = new Utf8JsonReader(utf8, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
    }

    /// <summary>Fills the draft; false where the document is some other JSON.</summary>
    public static bool Read(ReadOnlySpan<byte> utf8, FeedDraft feed, string? baseAddress)
    {
        feed.Format = new FeedFormat(FeedFamily.JsonFeed, null);
        var reader = new JsonFeedReader(utf8, feed, baseAddress);
        try
        {
            reader.ReadFeed();
        }
        catch (JsonException error)
        {
            feed.Faults.Add(FeedFaultKind.Truncated, error.Message);
        }
        catch (InvalidOperationException)
        {
            // A string with half a surrogate pair or bytes that are not UTF-8.
            feed.Faults.Add(FeedFaultKind.Invalid);
        }
        return reader.isFeed;
    }

    private void ReadFeed()
    {
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return;
        while (NextName() is { } name)
        {
            switch (name)
            {
                case "version":
                    ReadVersion();
                    break;
                case "title":
                    feed.Title.Offer(Plain(Text()), 0);
                    break;
                case "home_page_url":
                    feed.Link.Offer(Address(Text()), 0);
                    break;
                case "description":
                    feed.Description.Offer(Plain(Text()), 0);
                    break;
                case "language":
                    feed.Language.Offer(Text(), 0);
                    break;
                case "items" when json.TokenType == JsonTokenType.StartArray:
                    ReadItems();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    private void ReadVersion()
    {
        if (Text() is not { } version || !version.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase))
            return;
        isFeed = true;
        feed.Format = new FeedFormat(FeedFamily.JsonFeed, version[(version.LastIndexOf('/') + 1)..]);
    }

    private void ReadItems()
    {
        isFeed = true;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray && !feed.IsFull)
        {
            if (json.TokenType != JsonTokenType.StartObject)
            {
                json.Skip();
                continue;
            }
            var item = new ItemDraft { BaseAddress = baseAddress };
            try
            {
                ReadItem(item);
            }
            finally
            {
                // Also one that is cut off: what could be read of it is something.
                item.LinkByIdentifier();
                feed.Add(item);
            }
        }
    }

    private void ReadItem(ItemDraft item)
    {
        while (NextName() is { } name)
        {
            switch (name)
            {
                case "id":
                    item.Id.Offer(Text(), 0);
                    break;
                case "url":
                    item.Link.Offer(Address(Text()), 0);
                    break;
                case "external_url":
                    item.Link.Offer(Address(Text()), 1);
                    break;
                case "title":
                    item.Title.Offer(Plain(Text()), 0);
                    break;
                case "content_html":
                    item.Content(Text() ?? "", html: true, 0);
                    break;
                case "content_text":
                    item.Content(Text() ?? "", html: false, 1);
                    break;
                case "summary":
                    item.Summary(Text() ?? "", html: false, 0);
                    break;
                case "date_published":
                    item.Published.Offer(feed.Date(Text()), 0);
                    break;
                case "date_modified":
                    item.Updated.Offer(feed.Date(Text()), 0);
                    break;
                case "image" or "banner_image":
                    item.Image ??= Address(Text());
                    break;
                case "language":
                    item.Language = Text();
                    break;
                case "author" when json.TokenType == JsonTokenType.StartObject:
                    ReadAuthor(item);
                    break;
                case "authors" when json.TokenType == JsonTokenType.StartArray:
                    while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                        ReadAuthor(item);
                    break;
                case "tags" when json.TokenType == JsonTokenType.StartArray:
                    while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                        item.Category(Plain(Text()) ?? "");
                    break;
                case "attachments" when json.TokenType == JsonTokenType.StartArray:
                    while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                        ReadAttachment(item);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    private void ReadAuthor(ItemDraft item)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            item.Author(People.Read(Plain(Text()) ?? ""));
            return;
        }
        string? name = null, link = null;
        while (NextName() is { } property)
        {
            if (property is "name")
                name = Plain(Text());
            else if (property is "url")
                link = Address(Text());
            else
                json.Skip();
        }
        if (!string.IsNullOrEmpty(name))
            item.Author(new FeedPerson(name, null, link));
    }

    private void ReadAttachment(ItemDraft item)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return;
        }
        string? address = null, type = null;
        long? length = null;
        while (NextName() is { } property)
        {
            if (property is "url")
                address = Address(Text());
            else if (property is "mime_type")
                type = Text();
            else if (property is "size_in_bytes" && json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var bytes))
                length = bytes;
            else
                json.Skip();
        }
        if (address is not null && Links.IsAbsolute(address))
            item.Enclosure(new FeedEnclosure(address, type, length));
    }

    /// <summary>Moves to the value of the next property and returns its name; null at the end of the object.</summary>
    private string? NextName()
    {
        if (!json.Read() || json.TokenType != JsonTokenType.PropertyName)
            return null;
        var name = json.GetString();
        feed.Faults.At = (int)json.TokenStartIndex;
        return json.Read() ? name : null;
    }

    /// <summary>A string, or a number as publishers write it for an identifier; null for anything else, which is passed over.</summary>
    private string? Text()
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                return json.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(json.ValueSpan);
            default:
                json.Skip();
                return null;
        }
    }

    private readonly string? Address(string? text) => text is null ? null : feed.Address(text, baseAddress);

    private static string? Plain(string? text) => text is null ? null : PlainText.FromHtml(text);
}
