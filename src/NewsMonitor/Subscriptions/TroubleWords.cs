using System.Globalization;

namespace NewsMonitor.Subscriptions;

/// <summary>Troubles in words: for tables and metrics, and for people.</summary>
internal static class TroubleWords
{
    private static readonly (TroubleKind Kind, string Word, string Was, string Mend)[] Table =
    [
        (TroubleKind.Unreachable, "unreachable", "was unreachable", "It is asked again by itself; if it lasts, see whether the site is still there."),
        (TroubleKind.Refused, "refused", "was refused", "Open the address in a browser; if that works, put a contact into Fetching:UserAgent and ask the publisher to let the monitor in."),
        (TroubleKind.Gone, "gone", "was gone", "Find the site's new feed, subscribe to it and remove this one."),
        (TroubleKind.HtmlPage, "html-page", "was an HTML page", "Open the address: the page there may name the feed's new one."),
        (TroubleKind.Broken, "broken", "was broken", "`newsmonitor feeds check` lists the faults, to be sent to the publisher; it is asked again by itself."),
        (TroubleKind.Moved, "moved", "moved", "Subscribe to the new address, if it is the publisher's, and remove this one."),
        (TroubleKind.Shrunk, "shrunk", "had shrunk", "Compare it with the site: sections may have been moved to feeds of their own."),
        (TroubleKind.Silent, "silent", "was silent", "See whether the site still publishes; if it does, its feed was left behind and another one is needed."),
    ];

    /// <summary>Every kind, in the order of the enumeration.</summary>
    public static IEnumerable<TroubleKind> Kinds => Table.Select(row => row.Kind);

    /// <summary>One word, the same in the database, in JSON, in tables and in metrics.</summary>
    public static string Word(TroubleKind kind) => Row(kind).Word;

    /// <summary>The kind of a word.</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public static TroubleKind Read(string word) =>
        Array.Find(Table, row => row.Word == word) is { Word: not null } row ? row.Kind : throw new ArgumentException($"no trouble is called {word}", nameof(word));

    /// <summary>What can be done about it, one sentence.</summary>
    public static string Mend(TroubleKind kind) => Row(kind).Mend;

    /// <summary>"recovered after 3 h: was unreachable".</summary>
    public static string Words(Recovery recovery) => recovery.From == TroubleKind.Moved
        ? $"followed to its new address after {Length(recovery.At - recovery.Since)}"
        : $"recovered after {Length(recovery.At - recovery.Since)}: {Row(recovery.From).Was}";

    /// <summary>"25 min", "3 h", "5 d": the largest unit of which there is more than one.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{length.TotalDays:0} d"),
        { TotalMinutes: >= 90 } => string.Create(CultureInfo.InvariantCulture, $"{length.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, length.TotalMinutes):0} min"),
    };

    private static (TroubleKind Kind, string Word, string Was, string Mend) Row(TroubleKind kind) => Table[(int)kind];
}
