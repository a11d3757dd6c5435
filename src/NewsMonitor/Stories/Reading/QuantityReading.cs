using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsMonitor.Stories.Reading;

/// <summary>Reads the numbers of a text in digits, words and ideographs, as its language groups and multiplies them.</summary>
internal static partial class QuantityReading
{
    private const int UnitReach = 40;
    private const int HedgeReach = 24;
    private const int WordsToUnit = 3;
    private const string Ideographs = "〇一二三四五六七八九";

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(".,;:()\n");

    /// <summary>The quantities in order of place; days of dates, years, clock times and parts of names are none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The language's words; without them only plain digits are read.</param>
    /// <param name="days">The days named in the text, whose numbers are passed over.</param>
    public static IEnumerable<Quantity> Of(string text, WordLists? words, IReadOnlyList<DayMention> days)
    {
        var taken = 0;
        foreach (var number in Numbers(text, words).OrderBy(number => number.Start).ThenByDescending(number => number.End))
        {
            if (number.Start < taken || IsTime(text, number.End) || days.Any(day => number.Start < day.End && number.End > day.Start))
                continue;
            taken = number.End;
            if (Complete(text, words, number) is { } quantity)
                yield return quantity;
        }
    }

    private static IEnumerable<Raw> Numbers(string text, WordLists? words)
    {
        foreach (Match match in Digits().Matches(text))
        {
            if (IsPartOfName(text, match) || Value(match.Value, words?.Language) is not { } value)
                continue;
            yield return Multiplied(text, words, new Raw(match.Index, match.Index + match.Length, value, InWords: false));
        }

        foreach (var hit in words?["number"].In(text) ?? [])
            yield return Multiplied(text, words, new Raw(hit.Start, hit.End, double.Parse(hit.Value, CultureInfo.InvariantCulture), InWords: true));
        if (words is { HasSpaces: false })
        {
            foreach (Match match in IdeographicNumber().Matches(text))
                yield return new Raw(match.Index, match.Index + match.Length, Ideographic(match.Value), InWords: true);
        }
    }

    private static Quantity? Complete(string text, WordLists? words, Raw number)
    {
        var end = number.End;
        var after = words?["after"].At(text, end);
        var unit = Sign(text, number) ?? Unit(text, words, after?.End ?? end, ref end);
        // "one" and "some" are numbers only where they count something; a bare year is a date.
        if (unit is null && (number.InWords || (number.Value is >= 1900 and <= 2100 && number.End - number.Start == 4)))
            return null;
        return new Quantity(number.Value, unit, HedgeBefore(text, words, number.Start) ?? after?.Value, number.Start, end);
    }

    private static string? Sign(string text, Raw number)
    {
        if (number.End < text.Length && text[number.End] is '%' or '％')
            return "percent";
        return number.Start == 0 ? null : text[number.Start - 1] switch { '$' => "dollars", '€' => "euros", _ => null };
    }

    private static string? Unit(string text, WordLists? words, int from, ref int end)
    {
        if (words is null)
            return null;
        if (!words.HasSpaces || words.Language == "ko")
        {
            if (words["unit"].At(text, from) is not { } counter)
                return null;
            end = counter.End;
            return counter.Value;
        }

        // A few words may stand between: "3,000 North Korean soldiers".
        var stretch = text[from..Math.Min(text.Length, from + UnitReach)];
        var stop = stretch.AsSpan().IndexOfAny(ClauseEnds);
        if (stop >= 0)
            stretch = stretch[..stop];
        foreach (var hit in words["unit"].In(stretch))
        {
            if (stretch[..hit.Start].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > WordsToUnit)
                return null;
            end = from + hit.End;
            return hit.Value;
        }

        return null;
    }

    private static string? HedgeBefore(string text, WordLists? words, int start)
    {
        var from = Math.Max(0, start - HedgeReach);
        var stretch = text[from..start];
        return words?["before"].In(stretch).Where(hit => stretch[hit.End..].AsSpan().Trim().Length <= 2).Select(hit => hit.Value).LastOrDefault();
    }

    private static Raw Multiplied(string text, WordLists? words, Raw number)
    {
        if (words is null)
            return number;
        var (total, current, end) = (0.0, number.Value, number.End);
        var last = double.MaxValue;
        while (words["times"].At(text, end) is { } times && double.Parse(times.Value, CultureInfo.InvariantCulture) is var factor && factor < last)
        {
            total += current * factor;
            (current, last, end) = (0, factor, times.End);
            // "1만 2000", "1万2千": what follows is added.
            var rest = words.HasSpaces && words.Language != "ko" ? Match.Empty : DigitsHere().Match(text[end..Math.Min(text.Length, end + 8)]);
            if (rest.Success && Value(rest.Groups["digits"].Value, words.Language) is { } more && more < factor)
                (current, end) = (more, end + rest.Length);
        }

        return number with { Value = total + current, End = end };
    }

    // A multiplier written with digits before it was read already; here are runs of ideographs alone.
    private static double Ideographic(string written)
    {
        double total = 0, section = 0, digit = 0;
        foreach (var sign in written)
        {
            if (Ideographs.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var value)
            {
                digit = value;
                continue;
            }

            var factor = sign switch { '十' => 10, '百' => 100, '千' => 1000, '万' or '萬' => 10_000, '億' or '亿' => 100_000_000, _ => 0 };
            if (factor == 0)
            {
                digit = 2; // 两, 両
            }
            else if (factor < 10_000)
            {
                section += Math.Max(1, digit) * factor;
                digit = 0;
            }
            else
            {
                total += Math.Max(1, section + digit) * factor;
                (section, digit) = (0, 0);
            }
        }

        return total + section + digit;
    }

    private static double? Value(string written, string? language)
    {
        var commaGroups = language is not ("de" or "es" or "fr" or "ru" or "uk");
        var digits = Spaces().Replace(written, "");
        digits = commaGroups ? digits.Replace(",", "", StringComparison.Ordinal) : AsInvariant(digits);
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1e15 ? value : null;
    }

    // A point or comma before three digits groups; else it is the decimal mark.
    private static string AsInvariant(string digits) => Groups().Replace(digits, "").Replace(',', '.');

    // "4월", "2024年", "7時", "3日間": parts of dates and times.
    private static bool IsTime(string text, int end) => end < text.Length && text[end] is '月' or '월' or '年' or '년' or '時' or '时' or '시' or '分' or '분' or '日' or '일';

    private static bool IsPartOfName(string text, Match match)
    {
        var before = match.Index > 0 ? text[match.Index - 1] : ' ';
        var end = match.Index + match.Length;
        var after = end < text.Length ? text[end] : ' ';
        if (before is ':' or '/' || (before is '-' or '–' && match.Index > 1 && char.IsLetter(text[match.Index - 2])) || IsLatin(before))
            return true;
        return (after is ':' or '/' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])) || (IsLatin(after) && after is not ('m' or 't' or 'k'));
    }

    private static bool IsLatin(char c) => char.IsAsciiLetter(c);

    private readonly record struct Raw(int Start, int End, double Value, bool InWords);

#pragma warning disable MA0009 // Nothing in them repeats what repeats: they take time in proportion to the text.
    [GeneratedRegex("(?<![0-9.,])(?:[0-9]{1,3}(?:[ \u00A0\u202F\u2009'’][0-9]{3})+(?![0-9])|[0-9]{1,3}(?:[.,][0-9]{3})+(?![0-9])|[0-9]+)(?:[.,][0-9]{1,2}(?![0-9]))?")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\s?(?<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)")]
    private static partial Regex DigitsHere();

    [GeneratedRegex("[一二三四五六七八九十百千两両][〇一二三四五六七八九十百千万萬億亿]*")]
    private static partial Regex IdeographicNumber();

    [GeneratedRegex("[ \u00A0\u202F\u2009'’]")]
    private static partial Regex Spaces();

    [GeneratedRegex("[.,](?=[0-9]{3}(?:[.,]|$))")]
    private static partial Regex Groups();
#pragma warning restore MA0009
}
