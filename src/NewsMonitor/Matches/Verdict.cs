namespace NewsMonitor.Matches;

/// <summary>What an analyst says of a match.</summary>
internal enum Verdict
{
    /// <summary>It says what its findings say.</summary>
    Confirmed,

    /// <summary>It says nothing of the topics.</summary>
    Dismissed,
}

/// <summary>Verdicts as they are written.</summary>
internal static class VerdictWords
{
    public static string Word(this Verdict verdict) => verdict == Verdict.Confirmed ? "confirmed" : "dismissed";
}
