namespace NewsMonitor.Feeds.Reading;

/// <summary>What the content of an element says about the feed or the entry around it.</summary>
internal enum Field
{
    Title,
    Link,
    Id,
    Published,
    Updated,
    Summary,
    Content,
    Author,
    AuthorEmail,
    AuthorLink,
    Category,
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
