using System.Collections.Immutable;

namespace NewsMonitor.Digests.Rendering;

/// <summary>The body of a digest as it is read: what is new before what is known, in each the topics one after another.</summary>
internal static class BodySections
{
    /// <summary>New, updated, corrected, repeated; what there is none of has no section.</summary>
    public static ImmutableArray<BodySection> Of(Digest digest) =>
    [
        .. new[]
        {
            Stories(digest, "New", StoryStatus.New),
            Stories(digest, "Updated", StoryStatus.Updated),
            new BodySection("Corrected or withdrawn since we reported them", Filled(digest.Topics.Select(topic => new TopicPart(topic.Topic, [], topic.Corrections)))),
            Stories(digest, "Repeated", StoryStatus.Repeated),
        }.Where(section => !section.Parts.IsEmpty),
    ];

    private static BodySection Stories(Digest digest, string heading, StoryStatus status) =>
        new(heading, Filled(digest.Topics.Select(topic => new TopicPart(topic.Topic, [.. topic.Stories.Where(story => story.Status == status)], []))));

    private static ImmutableArray<TopicPart> Filled(IEnumerable<TopicPart> parts) => [.. parts.Where(part => part.Count > 0)];
}

/// <summary>A section of the body.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Parts">What it tells of each topic; never empty.</param>
internal sealed record BodySection(string Heading, ImmutableArray<TopicPart> Parts);

/// <summary>What a section tells of one topic: stories of one status, or corrections.</summary>
internal sealed record TopicPart(string Topic, ImmutableArray<StoryEntry> Stories, ImmutableArray<CorrectionEntry> Corrections)
{
    /// <summary>How many entries it lists.</summary>
    public int Count => Stories.Length + Corrections.Length;
}
