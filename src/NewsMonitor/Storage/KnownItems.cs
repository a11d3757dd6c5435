namespace NewsMonitor.Storage;

/// <summary>An entry as a feed showed it, to be recorded before its page is fetched.</summary>
/// <param name="Guid">What its publisher names it by; null where that does not tell it from others.</param>
/// <param name="Url">The address of its page as written, or a name under <see cref="PagelessScheme"/>.</param>
/// <param name="CanonicalKey">What makes its page one article.</param>
/// <param name="IsDatedAlone">Whether no other entry of the document has its title and date.</param>
internal sealed record NewItem(
    string? Guid, string Url, string CanonicalKey, string CanonicalUrl, string Host, string? Title, string? Summary, string? Published, bool IsDatedAlone)
{
    /// <summary>What the names of entries without a page of their own begin with.</summary>
    public const string PagelessScheme = "urn:newsmonitor:entry:";
}

/// <summary>What identifies a recorded entry.</summary>
internal sealed record KnownItem(long Id, string Key, string CanonicalKey, string? Title, string? Published);

/// <summary>
/// Tells entries of one feed that were recorded before from new ones. An entry is known by its address, by its guid, or by title and date together, so that an edit of any
/// of them leaves it what it was.
/// </summary>
internal sealed class KnownItems
{
    private readonly Dictionary<string, KnownItem> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownItem> pages = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Title, string? Published), KnownItem> dated = [];

    public KnownItems(IEnumerable<KnownItem> known)
    {
        foreach (var item in known)
            Add(item);
    }

    /// <summary>What the entry was recorded as; null where it is new.</summary>
    public KnownItem? Find(NewItem item)
    {
        if (pages.TryGetValue(item.CanonicalKey, out var samePage))
            return samePage;
        if (item.Guid is { } guid && keys.TryGetValue(guid, out var sameGuid) && !IsAnother(sameGuid, item))
            return sameGuid;
        return item.IsDatedAlone && dated.TryGetValue((item.Title, item.Published), out var sameDate) ? sameDate : null;
    }

    /// <summary>The key to record a new entry under: its guid, unless another entry had that before.</summary>
    public string FreeKey(NewItem item) => item.Guid is { } guid && !keys.ContainsKey(guid) ? guid : item.CanonicalKey;

    /// <summary>Remembers an entry that was recorded just now.</summary>
    public void Add(KnownItem item)
    {
        keys.TryAdd(item.Key, item);
        pages.TryAdd(item.CanonicalKey, item);
        dated.TryAdd((item.Title, item.Published), item);
    }

    // A guid whose address, title and date are all new names another entry: feeds of one entry reuse theirs.
    private static bool IsAnother(KnownItem known, NewItem item) =>
        known.CanonicalKey != item.CanonicalKey && known.Title != item.Title && known.Published is not null && item.Published is not null && known.Published != item.Published;
}
