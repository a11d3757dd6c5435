using NewsMonitor.Text.Dates;

namespace NewsMonitor.Feeds.Reading;

/// <summary>An entry while it is being read.</summary>
internal sealed class ItemDraft
{
    // An entry with more of a kind is an attack or an accident.
    private const int Most = 100;

    private readonly Ranked<FeedText?> summary = new();
    private readonly Ranked<FeedText?> content = new();
    private List<FeedPerson>? authors;
    private List<string>? categories;
    private List<FeedEnclosure>? enclosures;

    public Ranked<string> Id { get; } = new();

    public Ranked<string> Title { get; } = new();

    public Ranked<string> Link { get; } = new();

    public Ranked<PublicationTime?> Published { get; } = new();

    public Ranked<PublicationTime?> Updated { get; } = new();

    /// <summary>A date that does not say of what.</summary>
    public PublicationTime? Date { get; set; }

    public string? OriginalLink { get; set; }

    public string? BaseAddress { get; set; }

    public string? Language { get; set; }

    public string? Comments { get; set; }

    public string? Image { get; set; }

    public FeedSource? Source { get; set; }

    public void Summary(string text, bool html, int rank)
    {
        if (!string.IsNullOrWhiteSpace(text))
            summary.Offer(new FeedText(text, html), rank);
    }

    public void Content(string text, bool html, int rank)
    {
        if (!string.IsNullOrWhiteSpace(text))
            content.Offer(new FeedText(text, html), rank);
    }

    public void Author(FeedPerson? person)
    {
        if (person is not null && (authors ??= []).Count < Most && !authors.Exists(known => known.Name.Equals(person.Name, StringComparison.Ordinal)))
            authors.Add(person);
    }

    /// <summary>Completes the author read last; where none has a name, the address is the name.</summary>
    public void AuthorEmail(string email)
    {
        if (authors is [.., { Email: null }])
            authors[^1] = authors[^1] with { Email = email };
        else if (email.Length > 0)
            Author(new FeedPerson(email, email));
    }

    /// <summary>Completes the author read last.</summary>
    public void AuthorLink(string? link)
    {
        if (authors is [.., { Link: null }])
            authors[^1] = authors[^1] with { Link = link };
    }

    public void Category(string text)
    {
        if (text.Length > 0 && (categories ??= []).Count < Most && !categories.Contains(text, StringComparer.Ordinal))
            categories.Add(text);
    }

    public void Enclosure(FeedEnclosure enclosure)
    {
        if ((enclosures ??= []).Count < Most && !enclosures.Exists(known => known.Address.Equals(enclosure.Address, StringComparison.Ordinal)))
            enclosures.Add(enclosure);
    }

    /// <summary>Where no link is given, an identifier that is a web address is the page's as a rule.</summary>
    public void LinkByIdentifier()
    {
        if (Id.Value is { } id && Links.IsAbsolute(id))
            Link.Offer(id, int.MaxValue - 1);
    }

    /// <summary>Makes the draft ready for the next entry: a feed has thousands, and the draft is as large as the entry.</summary>
    public void Restart(string? baseAddress, string? language)
    {
        Id.Clear();
        Title.Clear();
        Link.Clear();
        Published.Clear();
        Updated.Clear();
        summary.Clear();
        content.Clear();
        (authors, categories, enclosures) = (null, null, null);
        (OriginalLink, Comments, Image, Source, Date) = (null, null, null, null, null);
        (BaseAddress, Language) = (baseAddress, language);
    }

    public FeedItem ToItem() => new()
    {
        Id = Id.Value,
        Title = Title.Value,
        Link = Link.Value,
        OriginalLink = OriginalLink,
        Published = Published.Value,
        Updated = Updated.Value ?? (Date == Published.Value ? null : Date),
        Summary = summary.Value,
        Content = content.Value,
        BaseAddress = BaseAddress,
        Language = Language,
        Comments = Comments,
        Image = Image,
        Authors = authors ?? [],
        Categories = categories ?? [],
        Enclosures = enclosures ?? [],
        Source = Source,
    };
}
