using System.Collections.Immutable;
using NewsMonitor.Detection.Candidates;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection;

/// <summary>Makes one finding of all that a document says of the same thing, as the annotation guide has it.</summary>
internal sealed class Resolution(TopicSet topics, ReadDocument read, List<Candidate> candidates)
{
    /// <summary>What stands first wins where a text gives the same finding several stances.</summary>
    private static readonly Stance[] Precedence = [Stance.Affirmed, Stance.Withdrawn, Stance.Prospective, Stance.Denied];

    /// <summary>Every candidate, accepted or not.</summary>
    public IReadOnlyList<Candidate> Candidates { get; } = candidates;

    /// <summary>Accepted candidates that say the same, with the one that says it best first.</summary>
    public List<(Candidate Best, ImmutableArray<string> Regions, Stance Stance, int Mentions)> Groups { get; } = [];

    public Detection Findings()
    {
        if (Groups.Count == 0)
            Group();
        var findings = Groups.Select(g => Finding(g.Best, g.Regions, g.Stance, g.Mentions));
        return new Detection([.. findings], read.Truncated);
    }

    public string Recognizer(Candidate candidate) => candidate.Recognizer < 0 ? candidate.Topic.NobodyNamed : topics.Actors[candidate.Recognizer];

    public Evidence EvidenceOf(Candidate candidate)
    {
        var sentence = read.Sentences[candidate.Sentence];
        var text = sentence.Text;
        var start = sentence.Start;
        var before = candidate.Sentence > 0 ? read.Sentences[candidate.Sentence - 1] : null;
        // A sentence that names no party itself is understood only with the one before it.
        if (candidate.Parties.IsEmpty && before is not null && before.InTitle == sentence.InTitle && before.Line == sentence.Line)
            start = before.Start;
        var from = text.OriginalOffset(start);
        var to = text.OriginalEnd(sentence.End);
        return new Evidence(sentence.InTitle ? EvidencePlace.Title : EvidencePlace.Text, text.Original[from..to], from, to);
    }

    private void Group()
    {
        // Of an accepted claim, only the sentences that make it tell its stance.
        var accepted = Candidates.Where(c => c.Claim >= Judge.Threshold).GroupBy(c => c.Key).SelectMany(Strong).ToList();

        // One word tells of one direction; what goes both ways without a word of its own for each is mutual.
        var best = accepted.Where(c => c.Kind >= 0).GroupBy(c => (c.Topic.Id, c.Sentence, c.Trigger.Start, c.Kind)).ToDictionary(g => g.Key, g => g.Max(c => c.Claim));
        accepted.RemoveAll(c => c.Kind >= 0 && c.Claim < best[(c.Topic.Id, c.Sentence, c.Trigger.Start, c.Kind)]);
        var specific = accepted.Where(c => c.Kind >= 0 && c.Kind != c.Topic.Unspecified).Select(c => (c.Topic.Id, c.Direction)).ToHashSet();
        accepted.RemoveAll(c => c.Kind >= 0 && c.Kind == c.Topic.Unspecified && specific.Contains((c.Topic.Id, c.Direction)));
        foreach (var group in accepted.GroupBy(c => c.Key))
        {
            if (group.First().Topic.Shape == TopicShape.Exchange)
                AddGroup([.. group], []);
            else
                AddRecognitions([.. group]);
        }
    }

    /// <summary>Candidates of one claim that make it, or the best one where none does alone.</summary>
    public static IEnumerable<Candidate> Strong(IEnumerable<Candidate> claim)
    {
        var candidates = claim.ToList();
        var least = Math.Min(candidates.Max(c => c.Score), Judge.Threshold);
        return candidates.Where(c => c.Score >= least);
    }

    // Different territories of one conflict with different stances stay apart; with one stance they are one finding.
    private void AddRecognitions(List<Candidate> group)
    {
        var byRegions = group.GroupBy(c => string.Join('+', c.Regions), StringComparer.Ordinal).Select(g => g.ToList()).OrderByDescending(g => g.Max(c => c.Score)).ToList();
        var taken = new List<(List<Candidate> Candidates, SortedSet<string> Regions, Stance Stance)>();
        foreach (var one in byRegions)
        {
            var stance = StanceOf(one);
            var index = taken.FindIndex(t => t.Stance == stance || t.Regions.Overlaps(one[0].Regions));
            if (index < 0)
            {
                taken.Add((one, new SortedSet<string>(one[0].Regions, StringComparer.Ordinal), stance));
                continue;
            }

            var (candidates, regions, _) = taken[index];
            candidates.AddRange(one);
            regions.UnionWith(one[0].Regions);
            if (regions.Count > 1)
                regions.RemoveWhere(id => one[0].Topic.Territories.Any(t => t.Id == id && t.IsGeneral));
            taken[index] = (candidates, regions, StanceOf(candidates));
        }

        foreach (var (candidates, regions, _) in taken)
            AddGroup(candidates, [.. regions]);
    }

    private static Stance StanceOf(List<Candidate> group) => Precedence.First(s => group.Exists(c => c.Stance == s));

    private void AddGroup(List<Candidate> group, ImmutableArray<string> regions)
    {
        var stance = StanceOf(group);
        var best = group.Where(c => c.Stance == stance).MaxBy(c => c.Score)!;
        Groups.Add((best, regions, stance, group.Select(c => c.Sentence).Distinct().Count()));
    }

    private Finding Finding(Candidate best, ImmutableArray<string> regions, Stance stance, int mentions)
    {
        var topic = best.Topic;
        var exchange = topic.Shape == TopicShape.Exchange;
        var @class = topic.Classes[best.Trigger.Sense.B];
        return new Finding(
            topic.Id,
            exchange ? topic.Kinds[best.Kind].Id : null,
            exchange ? topic.DirectionNames[(int)best.Direction] : null,
            exchange ? null : Recognizer(best),
            exchange ? null : regions,
            stance,
            EvidenceOf(best),
            Confidence.Of(topics.Weights, topic.Shape, best.Claim),
            @class.Id,
            exchange ? topic.Kinds[best.Kind].Cameo : topic.Cameo,
            mentions)
        {
            Score = best.Claim,
        };
    }
}
