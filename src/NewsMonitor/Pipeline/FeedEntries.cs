using System.Net;
using NewsMonitor.Articles;
using NewsMonitor.Feeds;
using NewsMonitor.Storage;

namespace NewsMonitor.Pipeline;

/// <summary>
/// From the entries of a feed to items, and what of each can tell it from others. Publishers repeat one guid for all entries, name the feed itself as guid, or link every entry to
/// their front page: what does not tell entries of one document apart is no identity.
/// </summary>
internal static class FeedEntries
{
    // Two entries of one address are most often one article told twice; three are a page that many stories share.
    private const int SharersOfPage = 3;

    /// <summary>The entries that say anything, in the order of the document.</summary>
    public static IReadOnlyList<NewItem> Of(StoredFeed subscribed, Feed feed)
    {
        var entries = feed.Items.Select(Entry.Of).ToList();
        var own = new[] { feed.Link, subscribed.State.Url }.Select(KeyOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var guids = entries.Where(entry => entry.Item.Id is not null).ToLookup(entry => entry.Item.Id!, entry => entry.Link?.Key ?? entry.Item.Title, StringComparer.Ordinal);
        var links = entries.Where(entry => entry.Link is not null).ToLookup(entry => entry.Link!.Key, entry => (entry.Item.Id, entry.Item.Title), StringComparer.Ordinal);
        var dated = entries.CountBy(entry => (entry.Item.Title, entry.Published)).ToDictionary();

        bool Tells(string guid) => guids[guid].Distinct(StringComparer.Ordinal).Count() == 1 && !(KeyOf(guid) is { } key && own.Contains(key));

        bool IsPage(string link)
        {
            var sharers = links[link].Distinct().Count();
            return sharers < SharersOfPage && !IsFrontPage(link) && (sharers == 1 || !own.Contains(link));
        }

        var items = new List<NewItem>(entries.Count);
        foreach (var entry in entries)
        {
            var guid = entry.Item.Id is { Length: > 0 } id && Tells(id) ? id : null;
            var isDatedAlone = entry is { Item.Title.Length: > 0, Published: not null } && dated[(entry.Item.Title, entry.Published)] == 1;
            if (entry.Link is { } link && IsPage(link.Key))
                items.Add(new NewItem(guid, entry.Address!, link.Key, link.Value, link.Host, entry.Item.Title, entry.Text, entry.Published, isDatedAlone));
            else if ((guid ?? entry.Item.Title ?? entry.Text) is not null)
                items.Add(Pageless(subscribed, entry, guid, isDatedAlone));
        }

        return items;
    }

    /// <summary>An entry without a page of its own: what the feed says of it is all there is, under a name made of that.</summary>
    private static NewItem Pageless(StoredFeed feed, Entry entry, string? guid, bool isDatedAlone)
    {
        var says = entry.Item.Title is null && entry.Text is null ? guid : $"{entry.Item.Title}\n{entry.Text}";
        var name = $"{NewItem.PagelessScheme}{Intake.Sha256(FormattableString.Invariant($"{feed.Id}\n{says}"))[..24]}";
        return new NewItem(guid, name, name, entry.Link?.Value ?? name, "", entry.Item.Title, entry.Text, entry.Published, isDatedAlone);
    }

    private static string? KeyOf(string? address) => CanonicalUrl.TryCreate(address, out var canonical) ? canonical.Key : null;

    // Of keys only those of a root end with a slash.
    private static bool IsFrontPage(string key) => key.EndsWith('/');

    private sealed record Entry(FeedItem Item, string? Address, CanonicalUrl? Link, string? Text, string? Published)
    {
        public static Entry Of(FeedItem item)
        {
            var address = item.OriginalLink ?? item.Link;
            var text = (item.Content ?? item.Summary) is { } written ? written.IsHtml ? written.Value : WebUtility.HtmlEncode(written.Value) : null;
            return new Entry(item, address, CanonicalUrl.TryCreate(address, out var link) ? link : null, text, (item.Published ?? item.Updated)?.ToString());
        }
    }
}
