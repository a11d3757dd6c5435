using NewsMonitor.Text.Dates;

namespace NewsMonitor.Feeds.Reading;

/// <summary>A feed while it is being read.</summary>
internal sealed class FeedDraft
{
    /// <summary>No publisher lists more; what does is an attack or an accident.</summary>
    public const int MostItems = 10_000;

    private readonly List<FeedItem> items = [];

    public FaultLog Faults { get; } = new();

    public FeedFormat Format { get; set; }

    public Ranked<string> Title { get; } = new();

    public Ranked<string> Link { get; } = new();

    public Ranked<string> Description { get; } = new();

    public Ranked<string> Language { get; } = new();

    public Ranked<PublicationTime?> Updated { get; } = new();

    public RhythmDraft Rhythm { get; } = new();

    public bool IsFull { get; private set; }

    /// <summary>Whether the document has broken off, so that an entry in which nothing could be read is none.</summary>
    public bool IsEnding { get; set; }

    public void Add(ItemDraft item)
    {
        if (items.Count == MostItems)
        {
            IsFull = true;
            Faults.Add(FeedFaultKind.TooManyItems);
            return;
        }
        var finished = item.ToItem();
        if (IsEnding && finished is { Id: null, Title: null, Link: null, Summary: null, Content: null })
            return;
        if (finished.Link is null)
            Faults.Add(FeedFaultKind.MissingLink, finished.Title ?? finished.Id);
        items.Add(finished);
    }

    /// <summary>Reads a date and notes what is wrong with it.</summary>
    public PublicationTime? Date(ReadOnlySpan<char> text)
    {
        var date = FeedDate.Read(text, out var assumed);
        if (date is null && !text.IsWhiteSpace())
            Faults.Add(FeedFaultKind.UnreadableDate, text);
        if (assumed)
            Faults.Add(FeedFaultKind.DateWithoutZone, text);
        return date;
    }

    /// <summary>Reads an address and notes it where it cannot be used.</summary>
    public string? Address(ReadOnlySpan<char> text, string? baseAddress)
    {
        var link = Links.Resolve(text, baseAddress);
        if (link is null && !text.IsWhiteSpace())
            Faults.Add(FeedFaultKind.UnusableLink, text);
        return link;
    }

    public Feed ToFeed() =>
        new(Format, Title.Value, Link.Value, Description.Value, Language.Value, Updated.Value, Rhythm.ToRhythm(), items, Faults.All);
}
