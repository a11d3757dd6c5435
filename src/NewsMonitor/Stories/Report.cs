using System.Collections.Immutable;
using NewsMonitor.Detection;

namespace NewsMonitor.Stories;

/// <summary>One article as grouping sees it.</summary>
/// <param name="Id">Its number: the article's in the store, or its place in a file.</param>
/// <param name="Url">The canonical URL; empty where there is none.</param>
/// <param name="Outlet">The outlet's name; may be empty.</param>
/// <param name="Title">The headline; may be empty.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Language">ISO 639-1, or null where unknown.</param>
/// <param name="Time">When it was published, or first seen where that is not known.</param>
/// <param name="Findings">What it says about the topics; may be empty.</param>
/// <param name="Agency">The agency it is credited to, or null.</param>
internal sealed record Report(
    long Id, string Url, string Outlet, string Title, string Text, string? Language, DateTimeOffset Time, ImmutableArray<Finding> Findings, string? Agency = null);
