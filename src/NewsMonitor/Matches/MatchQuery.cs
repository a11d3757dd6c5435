using System.Globalization;
using NewsMonitor.Detection;

namespace NewsMonitor.Matches;

/// <summary>What a user looks for: every part that is given must hold. The verb, the page and the API ask with it.</summary>
/// <param name="Words">Words of the full text or the title, in any language.</param>
/// <param name="Topic">A topic's id.</param>
/// <param name="Kind">A kind of support.</param>
/// <param name="Region">A territory that is among the finding's regions.</param>
/// <param name="Recognizer">ISO 3166-1 alpha-3, or a body's short name.</param>
/// <param name="Stance">The finding's stance.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Since">The earliest time of publication (first seen, where that is unknown), included.</param>
/// <param name="Until">The latest, excluded.</param>
/// <param name="Limit">The most matches to give, newest first; 1 to <see cref="MaxLimit"/>.</param>
internal sealed record MatchQuery(
    string? Words = null,
    string? Topic = null,
    string? Kind = null,
    string? Region = null,
    string? Recognizer = null,
    Stance? Stance = null,
    string? Language = null,
    DateTimeOffset? Since = null,
    DateTimeOffset? Until = null,
    int Limit = MatchQuery.DefaultLimit)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 10_000;

    /// <summary>Reads a query from named strings; the names are the verb's options without their dashes, and <c>words</c>.</summary>
    /// <param name="value">Gives the string of a name; null or blank where it was not given.</param>
    /// <param name="error">One line that names what is wrong and the mend, where the result is null.</param>
    public static MatchQuery? Parse(Func<string, string?> value, out string? error)
    {
        error = null;
        var stance = ParseStance(Given("stance"), ref error);
        var since = ParseTime("since", Given("since"), endOfDay: false, ref error);
        var until = ParseTime("until", Given("until"), endOfDay: true, ref error);
        var limit = ParseLimit(Given("limit"), ref error);
        if (error is not null)
            return null;
        return new MatchQuery(
            Given("words"),
            Given("topic"),
            Given("kind"),
            Given("region"),
            Recognized(Given("recognizer")),
            stance,
            Given("language")?.ToLowerInvariant(),
            since,
            until,
            limit);

        string? Given(string name) => value(name) is { } given && !string.IsNullOrWhiteSpace(given) ? given.Trim() : null;
    }

    // Codes are upper case; a user need not be.
    private static string? Recognized(string? code) => code?.ToUpperInvariant();

    private static Stance? ParseStance(string? text, ref string? error)
    {
        if (text is null)
            return null;
        foreach (var stance in Enum.GetValues<Stance>())
        {
            if (string.Equals(stance.Word(), text, StringComparison.OrdinalIgnoreCase))
                return stance;
        }

        error ??= $"stance '{Display.SafeText.Line(text)}' is unknown: use affirmed, denied, prospective or withdrawn";
        return null;
    }

    private static DateTimeOffset? ParseTime(string name, string? text, bool endOfDay, ref string? error)
    {
        if (text is null)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            return endOfDay && day < DateOnly.MaxValue ? midnight.AddDays(1) : midnight;
        }

        if (text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return instant;
        }

        error ??= $"{name} '{Display.SafeText.Line(text)}' is no date: use 2026-11-24, or 2026-11-24T07:00:00Z";
        return null;
    }

    private static int ParseLimit(string? text, ref string? error)
    {
        if (text is null)
            return DefaultLimit;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit)
            return limit;
        error ??= $"limit '{Display.SafeText.Line(text)}' is no number of matches: use 1 to {MaxLimit.ToString(CultureInfo.InvariantCulture)}";
        return DefaultLimit;
    }
}
