using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsMonitor.Stories.Reading;

/// <summary>A day that a text names.</summary>
/// <param name="Day">The day; of several years the one nearest to publication.</param>
/// <param name="Named">Whether it is named by its date, and not as a weekday alone.</param>
/// <param name="Start">UTF-16 offset of its first character.</param>
/// <param name="End">UTF-16 offset after its last.</param>
internal readonly record struct DayMention(DateOnly Day, bool Named, int Start, int End);

/// <summary>Reads the days that a text names, so that reports can be compared by them whatever their language.</summary>
internal static partial class DateReading
{
    private const int DaysInWeek = 7;

    /// <summary>The days named, in order of place. Nothing is read in a language without word lists but dates in digits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The language's words, or null.</param>
    /// <param name="published">The day of publication, which years and weekdays are told by.</param>
    public static IEnumerable<DayMention> Of(string text, WordLists? words, DateOnly published)
    {
        foreach (Match match in MonthAndDayInSigns().Matches(text))
        {
            if (Nearest(Number(match.Groups["month"].Value), Number(match.Groups["day"].Value), published) is { } day)
                yield return new DayMention(day, Named: true, match.Index, match.Index + match.Length);
        }

        foreach (Match match in DayInSigns().Matches(text))
        {
            if (NearestDay(Number(match.Groups["day"].Value), published) is { } day)
                yield return new DayMention(day, Named: true, match.Index, match.Index + match.Length);
        }

        foreach (var month in words?["month"].In(text) ?? [])
        {
            if (Around(text, month, published) is { } mention)
                yield return mention;
        }

        foreach (var weekday in words?["weekday"].In(text) ?? [])
        {
            var back = ((int)published.DayOfWeek - Number(weekday.Value) + DaysInWeek) % DaysInWeek;
            yield return new DayMention(published.AddDays(-back), Named: false, weekday.Start, weekday.End);
        }
    }

    private static DayMention? Around(string text, WordHit month, DateOnly published)
    {
        var before = DayBefore().Match(text[Math.Max(0, month.Start - 12)..month.Start]);
        if (before.Success && Nearest(Number(month.Value), Number(before.Groups["day"].Value), published) is { } day)
            return new DayMention(day, Named: true, month.Start - before.Length, month.End);
        var after = DayAfter().Match(text[month.End..Math.Min(text.Length, month.End + 8)]);
        if (after.Success && Nearest(Number(month.Value), Number(after.Groups["day"].Value), published) is { } other)
            return new DayMention(other, Named: true, month.Start, month.End + after.Length);
        return null;
    }

    private static DateOnly? Nearest(int month, int day, DateOnly published)
    {
        DateOnly? best = null;
        for (var year = published.Year - 1; year <= published.Year + 1; year++)
        {
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
                continue;
            var candidate = new DateOnly(year, month, day);
            if (best is null || Distance(candidate, published) < Distance(best.Value, published))
                best = candidate;
        }

        return best;
    }

    // East Asian news names the day alone: the nearest such day, in the month of publication or beside it.
    private static DateOnly? NearestDay(int day, DateOnly published) => Enumerable.Range(-1, 3)
        .Select(months => published.AddMonths(months))
        .Where(month => day >= 1 && day <= DateTime.DaysInMonth(month.Year, month.Month))
        .Select(month => (DateOnly?)new DateOnly(month.Year, month.Month, day))
        .MinBy(candidate => Distance(candidate!.Value, published));

    private static int Distance(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

#pragma warning disable MA0009 // Nothing in them repeats what repeats: they take time in proportion to the text.
    [GeneratedRegex(@"(?<month>\b[0-9]{1,2})\s?[月월]\s?(?<day>[0-9]{1,2})\s?[日일]")]
    private static partial Regex MonthAndDayInSigns();

    [GeneratedRegex(@"(?<![0-9月월][\s]?)(?<![0-9.,])(?<day>[0-9]{1,2})[日일](?![0-9간間本曜])")]
    private static partial Regex DayInSigns();

    [GeneratedRegex(@"(?<![0-9.,:])(?<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.|º|-?го)?\s(?:de\s|of\s)?$")]
    private static partial Regex DayBefore();

    [GeneratedRegex(@"^\.?\s(?<day>[0-9]{1,2})(?![0-9.,]*[0-9])")]
    private static partial Regex DayAfter();
#pragma warning restore MA0009
}
