using System.Collections.Immutable;

namespace NewsMonitor.Digests.Chat;

/// <summary>What no message may part: a claim with its quote, or a line of facts. Not yet in any channel's own form.</summary>
/// <param name="Lines">Its lines, never empty.</param>
/// <param name="Entries">How many claims, corrections and repeated stories it tells.</param>
internal sealed record Passage(ImmutableArray<PassageLine> Lines, int Entries = 0)
{
    public static Passage Of(string text) => new([PassageLine.Of(text)]);
}

/// <summary>A line of a passage.</summary>
internal sealed record PassageLine(bool IsQuote, ImmutableArray<PassageRun> Runs)
{
    public static PassageLine Of(string text) => new(IsQuote: false, [new PassageRun(text)]);

    public static PassageLine Strong(string text) => new(IsQuote: false, [new PassageRun(text, IsStrong: true)]);
}

/// <summary>A stretch of text in one style.</summary>
/// <param name="Text">Unescaped, safe to be shown, never empty.</param>
/// <param name="IsStrong">Whether it stands out: a heading, or evidence within a quote.</param>
/// <param name="Link">Where it leads, an absolute http or https address; null for nowhere.</param>
internal sealed record PassageRun(string Text, bool IsStrong = false, string? Link = null);
