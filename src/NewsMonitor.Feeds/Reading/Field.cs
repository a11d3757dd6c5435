namespace NewsMonitor.Feeds.Reading;

/// <summary>What the content of an element says about the feed or the entry around it.</summary>
internal enum Field
{
    Title,
    Link,
    Id,
    Published,
    Updated,

    /// <summary>A date that does not say of what: of publication where nothing else tells that, otherwise of a change.</summary>
    Date,

    Summary,
    Content,
    Author,
    AuthorEmail,
    AuthorLink,
    Category,
    Keywords,
    Comments,
    Language,
    Image,
    OriginalLink,
    SourceTitle,
    Ttl,
    UpdatePeriod,
    UpdateFrequency,
    SkipHour,
    SkipDay,
}
