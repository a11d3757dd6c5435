using System.Globalization;

namespace NewsMonitor.Text.Dates;

/// <summary>
/// Puts the tokens of a text together to a date: the day first, in whichever of its orders stands there, then the time after or before it,
/// then the zone after the time. One pass, no backtracking beyond a few tokens.
/// </summary>
internal readonly ref struct DateGrammar(ReadOnlySpan<char> text, ReadOnlySpan<DateToken> tokens, DateOrder order)
{
    // How far a time may stand from its date: "23. November 2026, um 14:05 Uhr", "23 ноября 2026 г., в 14:05".
    private const int Reach = 5;
    private const int EarliestYear = 1900;
    private const int LatestYear = 2200;

    private readonly ReadOnlySpan<char> text = text;
    private readonly ReadOnlySpan<DateToken> tokens = tokens;
    private readonly DateOrder order = order;

    /// <summary>The date that the whole text is about.</summary>
    public WrittenDate? Whole()
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            if (DayAt(at, out var next) is { } day)
                return WithTime(day, at, next);
            // A number that starts no date makes the text something else, unless it is the time of day.
            if (tokens[at].Kind == DateTokenKind.Number)
            {
                if (new ClockGrammar(text, tokens).TimeAt(at) is not { } clock)
                    break;
                at = clock.Next - 1;
            }
        }
        return Seconds() ?? Partial();
    }

    /// <summary>The first date in the text.</summary>
    public WrittenDate? First()
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            if (DayAt(at, out var next) is { } day)
                return WithTime(day, at, next);
        }
        return null;
    }

    /// <summary>Where the day of the first date stands.</summary>
    public Range? Where()
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            if (DayAt(at, out var next) is not null)
                return tokens[at].Start..tokens[next - 1].End;
        }
        return null;
    }

    private WrittenDate WithTime(DateOnly day, int first, int next)
    {
        var korean = text.IndexOfAnyInRange('가', '힣') >= 0;
        var clock = new ClockGrammar(text, tokens);
        if (tokens[first].Kind == DateTokenKind.Number && clock.CompactAt(first) is { } within)
            return clock.Complete(day, within, korean);
        for (var at = next; at < Math.Min(tokens.Length, next + Reach); at++)
        {
            if (tokens[at].Kind == DateTokenKind.Number)
                return clock.TimeAt(at) is { } after ? clock.Complete(day, after, korean) : Bare(day, korean);
        }
        for (var at = Math.Max(0, first - 2 * Reach); at < first; at++)
        {
            if (tokens[at].Kind == DateTokenKind.Number && clock.TimeAt(at) is { } before && before.Next <= first)
                return clock.Complete(day, before, korean);
        }
        return Bare(day, korean);
    }

    private static WrittenDate Bare(DateOnly day, bool korean) => new(day, DatePrecision.Day, null, WrittenZone.Missing, null, korean);

    private DateOnly? DayAt(int at, out int next)
    {
        var token = tokens[at];
        next = at + 1;
        if (token.Kind == DateTokenKind.Word)
            return MonthFirst(at, out next);
        return token.Kind != DateTokenKind.Number ? null : token.Length switch
        {
            8 => Compact(token.Value),
            12 or 14 => Compact(token.Value / (token.Length == 12 ? 10_000 : 1_000_000)),
            4 => YearFirst(at, out next),
            1 or 2 => DayFirst(at, out next),
            _ => null,
        };
    }

    private static DateOnly? Compact(long digits) => Day((int)(digits / 10_000), (int)(digits / 100 % 100), (int)(digits % 100));

    /// <summary>2026-11-23, 2026/11/23, 2026. november 23., 2026年11月23日, 2026-327, 2026-W47-1.</summary>
    private DateOnly? YearFirst(int at, out int next)
    {
        next = at + 1;
        var year = (int)tokens[at].Value;
        if (Is(next, '-') && next + 1 < tokens.Length && tokens[next + 1].IsNumber(3, 3))
        {
            next += 2;
            return OrdinalDay(year, (int)tokens[next - 1].Value);
        }
        if (WeekDay(year, at + 1) is { } weekDay)
        {
            next = at + 6;
            return weekDay;
        }
        var divided = Skip(ref next, "-/.,", "年", "년");
        if (!MonthAt(next, out var month, out var named) || !(divided || named))
            return null;
        next++;
        if (!Skip(ref next, "-/.", "月", "월") && !named)
            return null;
        if (next >= tokens.Length || !tokens[next].IsNumber(1, 2))
            return null;
        var day = (int)tokens[next++].Value;
        Skip(ref next, ".", "日", "일");
        return Day(year, month, day);
    }

    /// <summary>-W47-1 behind the year: the weeks of ISO 8601 begin on Mondays, the first is the one with the year's first Thursday.</summary>
    private DateOnly? WeekDay(int year, int at)
    {
        if (!Is(at, '-') || at + 4 >= tokens.Length || tokens[at + 1].Kind != DateTokenKind.Word || Word(at + 1) is not "W" || !tokens[at + 2].IsNumber(2, 2) || !Is(at + 3, '-') || !tokens[at + 4].IsNumber(1, 1))
            return null;
        var (week, day) = ((int)tokens[at + 2].Value, (int)tokens[at + 4].Value);
        return year is >= EarliestYear and <= LatestYear && day is >= 1 and <= 7 && week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7)))
            : null;
    }

    /// <summary>23 November 2026, 23. November 26, 06-Nov-94, 23.11.2026; 23/11/2026 only where the numbers leave one reading.</summary>
    private DateOnly? DayFirst(int at, out int next)
    {
        next = at + 1;
        var first = (int)tokens[at].Value;
        var mark = next < tokens.Length && tokens[next].Kind == DateTokenKind.Mark ? (char)tokens[next].Value : ' ';
        Joints(ref next);
        if (!MonthAt(next, out var month, out var named))
            return MonthBeforeDay(at, out next);
        // Chinese, Japanese and Korean installations of blog software write 16 11月 2026.
        if (!named && next + 1 < tokens.Length && tokens[next + 1].Kind == DateTokenKind.Word && Word(next + 1) is "月" or "월")
        {
            named = true;
            next++;
        }
        if (!named && !(mark is '.' or '/' or '-' && next == at + 2 && Is(next + 1, mark)))
            return null;
        next++;
        Joints(ref next);
        if (YearAt(next, twoDigits: named || (order == DateOrder.DayFirst && tokens[next - 2].Length == 2)) is not { } year)
            return null;
        next++;
        if (named || mark == '.')
            return Day(year, month, first);
        return OneReading(year, first, month);
    }

    /// <summary>11/23/2026: the second number is no month, so the first must be.</summary>
    private DateOnly? MonthBeforeDay(int at, out int next)
    {
        next = at + 1;
        if (at + 4 >= tokens.Length || !tokens[at + 1].IsMark('/') && !tokens[at + 1].IsMark('-') || !tokens[at + 2].IsNumber(1, 2) || !Is(at + 3, (char)tokens[at + 1].Value)
            || YearAt(at + 4, twoDigits: false) is not { } year)
            return null;
        next = at + 5;
        return Day(year, (int)tokens[at].Value, (int)tokens[at + 2].Value);
    }

    private DateOnly? OneReading(int year, int first, int second) =>
        first == second || first > 12 || (order == DateOrder.DayFirst && second <= 12) ? Day(year, second, first)
        : second > 12 || order == DateOrder.MonthFirst ? Day(year, first, second)
        : null;

    /// <summary>November 23, 2026; Nov 23rd 2026; Sun Nov  6 08:49:37 1994, with or without a zone before the year.</summary>
    private DateOnly? MonthFirst(int at, out int next)
    {
        next = at + 1;
        var month = DateWords.Month(Word(at));
        if (month == 0)
            return null;
        Skip(ref next, ".-,/");
        if (next >= tokens.Length || !tokens[next].IsNumber(1, 2))
            return null;
        var day = (int)tokens[next++].Value;
        var afterDay = next;
        Joints(ref next);
        if (YearAt(next, twoDigits: false) is { } year)
        {
            next++;
            return Day(year, month, day);
        }
        next = afterDay;
        if (next >= tokens.Length || new ClockGrammar(text, tokens).TimeAt(next) is not { } clock)
            return null;
        // The year stands behind the clock, up to one zone away.
        for (var behind = clock.Next; behind < Math.Min(tokens.Length, clock.Next + 4); behind++)
        {
            if (tokens[behind].IsNumber(4, 4) && YearAt(behind, twoDigits: false) is { } last && !Is(behind - 1, '+') && !Is(behind - 1, '-'))
                return Day(last, month, day);
        }
        return null;
    }

    private bool MonthAt(int at, out int month, out bool named)
    {
        month = 0;
        named = false;
        if (at >= tokens.Length)
            return false;
        if (tokens[at].Kind == DateTokenKind.Word)
        {
            month = DateWords.Month(Word(at));
            named = true;
        }
        else if (tokens[at].IsNumber(1, 2))
        {
            month = (int)tokens[at].Value;
        }
        return month is >= 1 and <= 12;
    }

    private int? YearAt(int at, bool twoDigits)
    {
        if (at >= tokens.Length)
            return null;
        var token = tokens[at];
        if (token.IsNumber(4, 4))
            return (int)token.Value;
        // RFC 2822, section 4.3; but 16 Nov 09:30 has no year.
        if (twoDigits && token.IsNumber(2, 2) && !Is(at + 1, ':') && !Is(at + 1, '.'))
            return (int)(token.Value < 50 ? 2000 + token.Value : 1900 + token.Value);
        return null;
    }

    private void Joints(ref int at)
    {
        for (var most = 4; most > 0 && at < tokens.Length; most--, at++)
        {
            var joins = tokens[at].Kind switch
            {
                DateTokenKind.Mark => (char)tokens[at].Value is '.' or ',' or '-' or '/' or '\'' or '’' or '‑' or '–',
                DateTokenKind.Word => DateWords.IsJoint(Word(at)),
                _ => false,
            };
            if (!joins)
                return;
        }
    }

    private bool Skip(ref int at, string marks, params ReadOnlySpan<string> words)
    {
        var from = at;
        while (at < tokens.Length && tokens[at].Kind == DateTokenKind.Mark && marks.Contains((char)tokens[at].Value, StringComparison.Ordinal))
            at++;
        if (at < tokens.Length && tokens[at].Kind == DateTokenKind.Word)
        {
            foreach (var word in words)
            {
                if (Word(at).SequenceEqual(word))
                {
                    at++;
                    break;
                }
            }
        }
        return at > from;
    }

    /// <summary>Seconds or milliseconds since 1970, in the range that leaves no doubt.</summary>
    private WrittenDate? Seconds()
    {
        if (tokens.Length != 1 || tokens[0].Kind != DateTokenKind.Number || tokens[0].Length is not (10 or 13))
            return null;
        var seconds = tokens[0].Length == 13 ? tokens[0].Value / 1000 : tokens[0].Value;
        var instant = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return instant.Year > LatestYear ? null
            : new WrittenDate(DateOnly.FromDateTime(instant.DateTime), DatePrecision.Day, TimeOnly.FromDateTime(instant.DateTime), WrittenZone.Known, TimeSpan.Zero, false);
    }

    /// <summary>2026 and 2026-11, which the W3C's profile of ISO 8601 permits.</summary>
    private WrittenDate? Partial()
    {
        if (tokens.Length is not (1 or 3) || !tokens[0].IsNumber(4, 4))
            return null;
        if (tokens.Length == 1)
            return Day((int)tokens[0].Value, 1, 1) is { } year ? Bare(year, false) with { Precision = DatePrecision.Year } : null;
        return tokens[1].IsMark('-') && tokens[2].IsNumber(2, 2) && Day((int)tokens[0].Value, (int)tokens[2].Value, 1) is { } month
            ? Bare(month, false) with { Precision = DatePrecision.Month }
            : null;
    }

    private bool Is(int at, char mark) => at >= 0 && at < tokens.Length && tokens[at].IsMark(mark);

    private ReadOnlySpan<char> Word(int at) => text.Slice(tokens[at].Start, tokens[at].Length);

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? OrdinalDay(int year, int day) =>
        year is >= EarliestYear and <= LatestYear && day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365) ? new DateOnly(year, 1, 1).AddDays(day - 1) : null;
}
