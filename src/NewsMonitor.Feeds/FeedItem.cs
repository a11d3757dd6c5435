using NewsMonitor.Text.Dates;

namespace NewsMonitor.Feeds;

/// <summary>One entry of a feed. What the feed does not say is null or empty.</summary>
public sealed record FeedItem
{
    /// <summary>The publisher's identifier (<c>guid</c>, <c>id</c>, <c>rdf:about</c>) as written; not every publisher keeps it unique or stable.</summary>
    public string? Id { get; init; }

    /// <summary>Plain text, never markup; empty where the title consists of markup only.</summary>
    public string? Title { get; init; }

    /// <summary>The page of the entry, an absolute http or https address where that could be made out; never another scheme.</summary>
    public string? Link { get; init; }

    /// <summary>The publisher's own address of the page, where <see cref="Link"/> leads through a counting service.</summary>
    public string? OriginalLink { get; init; }

    /// <summary>When it was published. See <see cref="FeedDate"/> for what is assumed.</summary>
    public PublicationTime? Published { get; init; }

    /// <summary>When it was last changed.</summary>
    public PublicationTime? Updated { get; init; }

    /// <summary>The standfirst or the beginning.</summary>
    public FeedText? Summary { get; init; }

    /// <summary>The full text, where the feed has it.</summary>
    public FeedText? Content { get; init; }

    /// <summary>What relative addresses inside <see cref="Summary"/> and <see cref="Content"/> are relative to.</summary>
    public string? BaseAddress { get; init; }

    public string? Language { get; init; }

    /// <summary>The page where readers comment.</summary>
    public string? Comments { get; init; }

    /// <summary>A picture of the entry.</summary>
    public string? Image { get; init; }

    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    /// <summary>The feed that the entry was taken over from.</summary>
    public FeedSource? Source { get; init; }
}

/// <summary>A text that may be HTML. HTML is as the publisher wrote it: not made safe.</summary>
public readonly record struct FeedText(string Value, bool IsHtml);

/// <summary>Who wrote an entry; the name is plain text and may be an address where no name is given.</summary>
public sealed record FeedPerson(string Name, string? Email = null, string? Link = null);

/// <summary>A file that belongs to an entry.</summary>
/// <param name="Address">Absolute, http or https.</param>
/// <param name="MediaType">As declared.</param>
/// <param name="Length">In bytes, as declared.</param>
public sealed record FeedEnclosure(string Address, string? MediaType, long? Length);

/// <summary>Another feed.</summary>
public sealed record FeedSource(string? Title, string? Link);
