using System.Collections.Immutable;

namespace NewsMonitor.Articles.Pages;

/// <summary>A page in reading order: all that is kept of the DOM.</summary>
/// <param name="Blocks">Every block of text.</param>
/// <param name="Sections">Every section, a parent before its children; the first is the page.</param>
/// <param name="Facts">What the page says about itself.</param>
internal sealed record PageOutline(ImmutableArray<Block> Blocks, ImmutableArray<Section> Sections, PageFacts Facts);
