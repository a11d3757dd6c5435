namespace NewsMonitor.Matches;

/// <summary>What topics are called where people read of them.</summary>
internal static class TopicNames
{
    public const string Support = "dprk-russia-support";
    public const string Recognition = "separatist-recognition";

    /// <summary>A heading.</summary>
    public static string Title(string topic) => topic switch
    {
        Support => "North Korea and Russia: support",
        Recognition => "Recognition of separatist regions",
        _ => Spaced(topic),
    };

    /// <summary>A word or two, for a subject line or a filter.</summary>
    public static string Short(string topic) => topic switch
    {
        Support => "DPRK-Russia",
        Recognition => "recognition",
        _ => topic.Replace('-', ' '),
    };

    private static string Spaced(string id)
    {
        var words = id.Replace('-', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
