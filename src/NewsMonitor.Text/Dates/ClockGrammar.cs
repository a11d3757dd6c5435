namespace NewsMonitor.Text.Dates;

/// <summary>A time of day as found among the tokens.</summary>
/// <param name="Time">Since midnight, from 00:00 to 24:00.</param>
/// <param name="Next">The token behind it.</param>
/// <param name="Strict">Whether it stands in ISO 8601's form behind a T, where a minus sign can only begin an offset.</param>
internal readonly record struct ClockTime(TimeSpan Time, int Next, bool Strict);

/// <summary>Reads times of day and their zones.</summary>
internal readonly ref struct ClockGrammar(ReadOnlySpan<char> text, ReadOnlySpan<DateToken> tokens)
{
    private readonly ReadOnlySpan<char> text = text;
    private readonly ReadOnlySpan<DateToken> tokens = tokens;

    /// <summary>The time that begins with the number at <paramref name="at"/>, or null.</summary>
    public ClockTime? TimeAt(int at)
    {
        var hour = tokens[at];
        if (hour.Kind != DateTokenKind.Number)
            return null;
        var strict = at > 0 && tokens[at - 1].Kind == DateTokenKind.Word && Word(at - 1) is "T" or "t";
        if (strict && hour.Length is 4 or 6)
            return hour.Length == 4
                ? Clock(hour.Value / 100, hour.Value % 100, 0, 0, at + 1, strict)
                : Clock(hour.Value / 10_000, hour.Value / 100 % 100, hour.Value % 100, 0, at + 1, strict);
        if (!hour.IsNumber(1, 2))
            return null;

        var next = at + 1;
        long minute = 0, second = 0, fraction = 0;
        if (Is(next, ':') && (IsNumber(next + 1, 2, 2) || (IsNumber(next + 1, 1, 1) && Is(next + 2, ':'))))
        {
            minute = tokens[next + 1].Value;
            next += 2;
            if ((Is(next, ':') || Is(next, '.') && IsNumber(next + 1, 2, 2)) && IsNumber(next + 1, 1, 2))
            {
                second = tokens[next + 1].Value;
                next += 2;
                if ((Is(next, '.') || Is(next, ',')) && next + 1 < tokens.Length && tokens[next + 1].Kind == DateTokenKind.Number && Adjacent(next, next + 1))
                {
                    fraction = Ticks(tokens[next + 1]);
                    next += 2;
                }
            }
        }
        else if (Is(next, '.') && IsNumber(next + 1, 2, 2) && next + 2 < tokens.Length && tokens[next + 2].Kind == DateTokenKind.Word && DateWords.IsClock(Word(next + 2)))
        {
            minute = tokens[next + 1].Value;
            next += 2;
        }
        else if (next < tokens.Length && tokens[next].Kind == DateTokenKind.Word && DateWords.IsHour(Word(next)))
        {
            next++;
            if (IsNumber(next, 1, 2))
            {
                minute = tokens[next++].Value;
                SkipWord(ref next, "分", "분", "m", "min");
                if (IsNumber(next, 1, 2) && next + 1 < tokens.Length && tokens[next + 1].Kind == DateTokenKind.Word && Word(next + 1) is "秒" or "초")
                {
                    second = tokens[next].Value;
                    next += 2;
                }
            }
        }
        else if (HalfAfter(next, out _) == 0 && !(strict && hour.Length == 2 && EndsHour(next)))
        {
            return null;
        }

        var half = HalfAfter(next, out var behind);
        next = half == 0 ? next : behind;
        return Clock(TwelveHours(hour.Value, half == 0 ? HalfBefore(at) : half), minute, second, fraction, next, strict);
    }

    /// <summary>The time in the last digits of a number such as 20261116093000.</summary>
    public ClockTime? CompactAt(int at)
    {
        var number = tokens[at];
        return number.Length switch
        {
            12 => Clock(number.Value / 100 % 100, number.Value % 100, 0, 0, at + 1, strict: true),
            14 => Clock(number.Value / 10_000 % 100, number.Value / 100 % 100, number.Value % 100, 0, at + 1, strict: true),
            _ => null,
        };
    }

    /// <summary>Adds a time and the zone behind it to a day; 24:00 is the next day's midnight.</summary>
    public WrittenDate Complete(DateOnly day, ClockTime clock, bool korean)
    {
        var zone = ZoneAt(clock, day, out var offset);
        if (clock.Time >= TimeSpan.FromDays(1))
            day = day.AddDays(1);
        var time = TimeOnly.FromTimeSpan(TimeSpan.FromTicks(clock.Time.Ticks % TimeSpan.TicksPerDay));
        return new WrittenDate(day, DatePrecision.Day, time, zone, offset, korean);
    }

    private WrittenZone ZoneAt(ClockTime clock, DateOnly day, out TimeSpan? offset)
    {
        offset = null;
        var at = clock.Next;
        while (at < tokens.Length && (Is(at, '(') || Is(at, '[') || tokens[at].Kind == DateTokenKind.Word && DateWords.IsClock(Word(at))))
            at++;
        if (at >= tokens.Length)
            return WrittenZone.Missing;
        if (tokens[at].Kind == DateTokenKind.Mark)
        {
            offset = OffsetAt(at, clock.Strict);
            return offset is null ? SignedNumberAt(at) && !IsRange(at, clock.Strict) ? WrittenZone.Unknown : WrittenZone.Missing : WrittenZone.Known;
        }
        if (tokens[at].Kind != DateTokenKind.Word)
            return WrittenZone.Missing;
        if (Word(at) is "Etc" && Is(at + 1, '/') && at + 2 < tokens.Length)
            return (offset = ZoneNames.Offset(Word(at + 2), day)) is null || SignedNumberAt(at + 3) ? WrittenZone.Unknown : WrittenZone.Known;
        var name = Word(at);
        if (ZoneNames.IsUniversal(name) && SignedNumberAt(at + 1))
        {
            offset = OffsetAt(at + 1, strict: true);
            return offset is null ? WrittenZone.Unknown : WrittenZone.Known;
        }
        // Europe/Moscow is a rule, not an offset.
        if (Is(at + 1, '/'))
            return WrittenZone.Unknown;
        // "et" and "at" are words of languages; zones are written in capitals. A few are not to be mistaken.
        if (!IsUpper(name) && !ZoneNames.IsUniversal(name) && name is not ("z" or "мск"))
            return WrittenZone.Missing;
        offset = ZoneNames.Offset(name, day);
        return offset is not null ? WrittenZone.Known : name.Length is >= 2 and <= 5 ? WrittenZone.Unknown : WrittenZone.Missing;
    }

    /// <summary>+0300, +03:00, +3, -00:20, and 530 for 05:30; null where there is none or none on Earth.</summary>
    private TimeSpan? OffsetAt(int at, bool strict)
    {
        if (!SignedNumberAt(at) || IsRange(at, strict))
            return null;
        var number = tokens[at + 1];
        var minutes = number.Length switch
        {
            <= 2 => number.Value * 60 + (Is(at + 2, ':') && IsNumber(at + 3, 2, 2) ? tokens[at + 3].Value : 0),
            <= 4 => number.Value / 100 * 60 + number.Value % 100,
            _ => long.MaxValue,
        };
        if (minutes > 14 * 60)
            return null;
        return TimeSpan.FromMinutes(Is(at, '+') ? minutes : -minutes);
    }

    private bool SignedNumberAt(int at) =>
        at + 1 < tokens.Length && (Is(at, '+') || Is(at, '-') || Is(at, '−') || Is(at, '–')) && tokens[at + 1].Kind == DateTokenKind.Number && Adjacent(at, at + 1);

    /// <summary>09:30-10:45 on a page is from and to, not an offset.</summary>
    private bool IsRange(int at, bool strict) => !strict && !Is(at, '+') && Adjacent(at - 1, at) && Is(at + 2, ':') && !Is(at - 4, ':');

    /// <summary>ISO 8601 permits an hour without minutes, with its offset behind it.</summary>
    private bool EndsHour(int at) => at < tokens.Length && (tokens[at].Kind == DateTokenKind.Word && Word(at) is "Z" or "z" || SignedNumberAt(at));

    private int HalfBefore(int at)
    {
        if (at == 0)
            return 0;
        if (tokens[at - 1].Kind == DateTokenKind.Word && DateWords.HalfOfDay(Word(at - 1)) is var half && half != 0)
            return half;
        // Both characters of 下午 are tokens of their own.
        return at < 2 || tokens[at - 2].End != tokens[at - 1].Start ? 0 : text[tokens[at - 2].Start..tokens[at - 1].End] switch
        {
            "下午" or "午後" or "晚上" => 1,
            "上午" or "午前" or "早上" => -1,
            _ => 0,
        };
    }

    private int HalfAfter(int at, out int behind)
    {
        behind = at + 1;
        if (at >= tokens.Length || tokens[at].Kind != DateTokenKind.Word)
            return 0;
        if (DateWords.HalfOfDay(Word(at)) is var half && half != 0)
            return half;
        if (at + 2 >= tokens.Length || !Is(at + 1, '.') || Word(at) is not ("a" or "p" or "A" or "P") || tokens[at + 2].Kind != DateTokenKind.Word || Word(at + 2) is not ("m" or "M"))
            return 0;
        behind = Is(at + 3, '.') ? at + 4 : at + 3;
        return Word(at) is "p" or "P" ? 1 : -1;
    }

    private static long TwelveHours(long hour, int half) => half switch
    {
        > 0 when hour < 12 => hour + 12,
        < 0 when hour == 12 => 0,
        _ => hour,
    };

    private static ClockTime? Clock(long hour, long minute, long second, long ticks, int next, bool strict)
    {
        if (hour > 24 || minute > 59 || second > 60 || hour == 24 && (minute > 0 || second > 0))
            return null;
        // A leap second belongs to the minute it ends.
        var time = new TimeSpan((int)hour, (int)minute, (int)Math.Min(second, 59)) + TimeSpan.FromTicks(hour == 24 ? 0 : ticks);
        return new ClockTime(time, next, strict);
    }

    /// <summary>The digits behind the decimal point in ticks; more than seven say nothing.</summary>
    private static long Ticks(DateToken fraction)
    {
        if (fraction.Length > 15)
            return 0;
        var ticks = fraction.Value;
        for (var digits = fraction.Length; digits < 7; digits++)
            ticks *= 10;
        for (var digits = fraction.Length; digits > 7; digits--)
            ticks /= 10;
        return ticks;
    }

    private void SkipWord(ref int at, params ReadOnlySpan<string> words)
    {
        if (at >= tokens.Length || tokens[at].Kind != DateTokenKind.Word)
            return;
        foreach (var word in words)
        {
            if (Word(at).SequenceEqual(word))
            {
                at++;
                return;
            }
        }
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
                return false;
        }
        return true;
    }

    private bool Adjacent(int at, int next) => at >= 0 && tokens[at].End == tokens[next].Start;

    private bool Is(int at, char mark) => at >= 0 && at < tokens.Length && tokens[at].IsMark(mark);

    private bool IsNumber(int at, int least, int most) => at < tokens.Length && tokens[at].IsNumber(least, most);

    private ReadOnlySpan<char> Word(int at) => text.Slice(tokens[at].Start, tokens[at].Length);
}
