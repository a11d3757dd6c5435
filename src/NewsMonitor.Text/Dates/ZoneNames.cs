using System.Collections.Frozen;

namespace NewsMonitor.Text.Dates;

/// <summary>
/// Names of time zones with the offset they stand for: those that RFC 822 defines, then those that the time zone database uses for a single
/// offset. IST, which is three, is not here.
/// </summary>
internal static class ZoneNames
{
    /// <summary>The offset of a zone name on a day, or null where the name says nothing for sure.</summary>
    public static TimeSpan? Offset(ReadOnlySpan<char> name, DateOnly date)
    {
        if (Minutes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var minutes))
            return TimeSpan.FromMinutes(minutes);
        if (NorthAmerican.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var hours))
            return TimeSpan.FromHours(hours + (NorthAmericanSummer(date) ? 1 : 0));
        return null;
    }

    /// <summary>Whether an explicit offset may follow the name, as in GMT+3.</summary>
    public static bool IsUniversal(ReadOnlySpan<char> name) =>
        name.Equals("GMT", StringComparison.OrdinalIgnoreCase) || name.Equals("UTC", StringComparison.OrdinalIgnoreCase) || name.Equals("UT", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the United States and Canada keep summer time on a day: second Sunday of March to first Sunday of November since 2007, first
    /// Sunday of April to last Sunday of October before. The two hours of the change itself are read as the day's other part.
    /// </summary>
    private static bool NorthAmericanSummer(DateOnly date)
    {
        var (begin, end) = date.Year >= 2007
            ? (Sunday(date.Year, 3, 8), Sunday(date.Year, 11, 1))
            : (Sunday(date.Year, 4, 1), Sunday(date.Year, 10, 25));
        return date >= begin && date < end;
    }

    /// <summary>The first Sunday on or after a day.</summary>
    private static DateOnly Sunday(int year, int month, int day)
    {
        var date = new DateOnly(year, month, day);
        return date.AddDays((7 - (int)date.DayOfWeek) % 7);
    }

    /// <summary>Names without regard to summer time, as American media write them.</summary>
    private static readonly FrozenDictionary<string, int> NorthAmerican = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["AT"] = -4,
        ["ET"] = -5,
        ["CT"] = -6,
        ["MT"] = -7,
        ["PT"] = -8,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Minutes = new (int Minutes, string Names)[]
    {
        (0, "Z UT UTC GMT WET UCT ZULU"),
        (60, "BST CET MEZ MET WEST WAT"),
        (120, "CEST MESZ MEST EET SAST CAT OEZ"),
        (180, "EEST MSK МСК EAT TRT OESZ"),
        (240, "MSD"),
        (300, "PKT"),
        (345, "NPT"),
        (420, "WIB ICT"),
        (480, "HKT SGT WITA AWST PHT"),
        (540, "KST JST WIT"),
        (570, "ACST"),
        (600, "AEST"),
        (630, "ACDT"),
        (660, "AEDT"),
        (720, "NZST"),
        (780, "NZDT"),
        (-150, "NDT"),
        (-180, "ADT BRT"),
        (-210, "NST"),
        (-240, "EDT AST"),
        (-300, "EST CDT"),
        (-360, "CST MDT"),
        (-420, "MST PDT"),
        (-480, "PST AKDT"),
        (-540, "AKST HDT"),
        (-600, "HST"),
    }.SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Minutes))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
