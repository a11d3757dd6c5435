using System.Collections.Immutable;

namespace NewsMonitor.Matches;

/// <summary>A verbatim part of a report's text or title.</summary>
/// <param name="Text">The characters as stored.</param>
/// <param name="Marks">What proves the claim, as ranges of <paramref name="Text"/>: ascending, disjoint, none of them empty.</param>
/// <param name="CutBefore">Whether the sentence begins before <paramref name="Text"/>.</param>
/// <param name="CutAfter">Whether the sentence goes on after <paramref name="Text"/>.</param>
internal sealed record Excerpt(string Text, ImmutableArray<TextSpan> Marks, bool CutBefore, bool CutAfter);

/// <summary>A range of UTF-16 units, end excluded.</summary>
internal readonly record struct TextSpan(int Start, int End);
