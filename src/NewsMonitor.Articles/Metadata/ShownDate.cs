using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles.Metadata;

/// <summary>A date as a page shows it to its readers.</summary>
/// <param name="Written">The date as far as it goes.</param>
/// <param name="Meaning">What the words around it and the element's name say of it.</param>
/// <param name="Strength">How likely it is this article's, by where it stands: 4 and more right at the headline, 2 and 3 elsewhere in the article, below that anywhere.</param>
internal sealed record ShownDate(WrittenDate Written, DateMeaning Meaning, int Strength)
{
    /// <summary>From this strength on a date is the article's.</summary>
    public const int Sure = 4;

    /// <summary>From this strength on it is likely to be.</summary>
    public const int Likely = 2;
}

/// <summary>Which of an article's dates one is.</summary>
internal enum DateMeaning
{
    /// <summary>Nothing says which.</summary>
    Unsaid,

    Published,

    Changed,
}
