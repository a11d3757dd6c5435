namespace NewsMonitor.Articles.Pages;

/// <summary>What an element's tag, class, id, role and item property say of its part in the page.</summary>
[Flags]
internal enum NameEvidence
{
    None = 0,

    /// <summary>Holds the article's body.</summary>
    Body = 1,

    /// <summary>Holds the article: body, headline and what goes with them.</summary>
    Article = 2,

    /// <summary>The paragraph between headline and body.</summary>
    Standfirst = 4,

    /// <summary>Navigation, sharing, comments, recommendations, promotion: never the article.</summary>
    Boilerplate = 8,

    /// <summary>A box that is beside the text more often than of it.</summary>
    Aside = 16,

    /// <summary>The words under a picture.</summary>
    Caption = 32,

    /// <summary>Names who wrote it.</summary>
    Byline = 64,

    /// <summary>Says when it was published.</summary>
    Dateline = 128,

    /// <summary>Not shown to a reader.</summary>
    Hidden = 256,

    /// <summary>An offer to subscribe where the text ends.</summary>
    Paywall = 512,

    /// <summary>A form field for a password or a consent button lives here.</summary>
    Consent = 1024,

    /// <summary>The headline.</summary>
    Headline = 2048,

    /// <summary>What readers wrote: often longer than the article, and never it.</summary>
    Comments = 4096,
}

internal static class NameEvidenceExtensions
{
    /// <summary>Whether any of the flags is set.</summary>
    public static bool HasAny(this NameEvidence evidence, NameEvidence flags) => (evidence & flags) != NameEvidence.None;
}
