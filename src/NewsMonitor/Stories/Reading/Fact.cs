namespace NewsMonitor.Stories.Reading;

/// <summary>The prefixes of the facts that need no language, and how they read.</summary>
internal static class Fact
{
    public const string Actor = "actor:";
    public const string Person = "of:";
    public const string Territory = "territory:";
    public const string Matter = "matter:";
    public const string Act = "act:";
    public const string Number = "number:";
    public const string Day = "day:";
    public const string Name = "name:";
    public const string Designation = "designation:";
    public const string Address = "address:";

    /// <summary>Whether a fact tells one event from others of its kind: a number, a day, a name.</summary>
    public static bool IsSpecific(string fact) =>
        fact.StartsWith(Number, StringComparison.Ordinal) || fact.StartsWith(Day, StringComparison.Ordinal) || fact.StartsWith(Name, StringComparison.Ordinal)
        || fact.StartsWith(Designation, StringComparison.Ordinal) || fact.StartsWith(Address, StringComparison.Ordinal);

    /// <summary>A fact for an analyst: "number 3000 soldiers".</summary>
    public static string Words(string fact) => fact.Replace(':', ' ');
}
