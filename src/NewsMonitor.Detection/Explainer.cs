using System.Collections.Immutable;
using NewsMonitor.Detection.Candidates;
using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection;

/// <summary>Writes down why: the words that fired, what spoke for and against, what set the stance, and what was nearly found.</summary>
internal sealed class Explainer(TopicSet topics, ReadDocument read, Resolution resolution)
{
    private const int MostReasons = 6;
    private const int MostNearMisses = 5;

    private readonly Judge _judge = new(topics);

    public ExplainedDetection Explain()
    {
        var detection = resolution.Findings();
        var reasons = resolution.Groups.Select((g, i) => Reasons(detection.Findings[i], g.Best)).ToImmutableArray();
        return new ExplainedDetection(detection, reasons, NearMisses(detection));
    }

    private FindingReasons Reasons(Finding finding, Candidate best)
    {
        var weighed = Weighed(best);
        var stance = best.StanceFeatures!.Names!
            .Select((name, i) => (Name: name, Weight: _judge.StanceWeight(best.Stance, best.StanceFeatures.Hashes[i])))
            .Where(f => f.Weight > 0)
            .OrderByDescending(f => f.Weight)
            .Take(MostReasons);
        return new FindingReasons(
            finding,
            Words(best),
            [.. weighed.Where(f => f.Weight > 0).OrderByDescending(f => f.Weight).Take(MostReasons).Select(f => FeatureWords.Of(f.Name))],
            [.. weighed.Where(f => f.Weight < 0).OrderBy(f => f.Weight).Take(MostReasons).Select(f => FeatureWords.Of(f.Name))],
            [.. stance.Select(f => FeatureWords.Of(f.Name))],
            StanceCue(best));
    }

    // The nearest cue of the kinds that make such a stance.
    private FiredWord? StanceCue(Candidate candidate)
    {
        var sentence = read.Sentences[candidate.Sentence];
        var cues = sentence.Tokens.Where(t => t.Sense.Kind == SenseKind.Cue && Makes((Cue)t.Sense.A) == candidate.Stance).ToList();
        if (candidate.Stance == Stance.Affirmed || cues.Count == 0)
            return null;
        var cue = cues.MinBy(t => t.WordsTo(candidate.Trigger) + (10 * Math.Abs(t.Clause - candidate.Trigger.Clause)));
        return Word(sentence, Relation.CueNames[cue.Sense.A].Name, cue);
    }

    private static Stance? Makes(Cue cue) => cue switch
    {
        Cue.Negation or Cue.Denial or Cue.Refusal or Cue.NoEvidence or Cue.Nobody => Stance.Denied,
        Cue.End or Cue.Undo => Stance.Withdrawn,
        Cue.Plan or Cue.Modal or Cue.Offer or Cue.Condition or Cue.Ask or Cue.Urge or Cue.Fear or Cue.Question => Stance.Prospective,
        _ => null,
    };

    private List<(string Name, float Weight)> Weighed(Candidate candidate) =>
        [.. candidate.Features.Names!.Select((name, i) => (name, _judge.Weight(candidate, candidate.Features.Hashes[i])))];

    private ImmutableArray<NearMiss> NearMisses(Detection detection)
    {
        var said = detection.Findings.Select(f => (f.Topic, f.Kind, f.Direction, f.Recognizer)).ToHashSet();
        return
        [
            .. resolution.Candidates
                .Where(c => c.Claim < Judge.Threshold && !said.Contains((c.Topic.Id, KindOf(c), DirectionOf(c), RecognizerOf(c))))
                .GroupBy(c => c.Key)
                .Select(g => g.MaxBy(c => c.Score)!)
                .OrderByDescending(c => c.Claim)
                .Take(MostNearMisses)
                .Select(Miss),
        ];
    }

    private NearMiss Miss(Candidate candidate)
    {
        var against = Weighed(candidate).Where(f => f.Weight < 0).OrderBy(f => f.Weight).Take(3).Select(f => FeatureWords.Of(f.Name)).ToList();
        var what = candidate.Topic.Shape == TopicShape.Exchange
            ? $"{KindOf(candidate)} {DirectionOf(candidate)}"
            : $"{RecognizerOf(candidate)} {string.Join('+', candidate.Regions)}";
        var rival = resolution.Groups.FindIndex(g => g.Best.Topic == candidate.Topic && g.Best.Sentence == candidate.Sentence && g.Best.Trigger.Start == candidate.Trigger.Start);
        var reason = rival >= 0 && candidate.Score >= Judge.Threshold ? "The same word says something else more likely." : against.Count == 0 ? "Nothing speaks for it strongly enough." : $"Too much speaks against it: {string.Join("; ", against)}.";
        return new NearMiss(
            candidate.Topic.Id, what, resolution.EvidenceOf(candidate), Math.Round(1 / (1 + Math.Exp(-candidate.Claim)), 2), reason, Words(candidate));
    }

    private ImmutableArray<FiredWord> Words(Candidate candidate)
    {
        var sentence = read.Sentences[candidate.Sentence];
        var words = new List<(string Part, Token Token)> { ("trigger " + candidate.Topic.Classes[candidate.Trigger.Sense.B].Id, candidate.Trigger) };
        words.AddRange(candidate.Parties.Select(p => ("party", p)));
        foreach (var token in sentence.Tokens)
        {
            if (token.Sense.Kind == SenseKind.Cue)
                words.Add(("cue " + Relation.CueNames[token.Sense.A].Name, token));
            else if (token.Sense.Kind == SenseKind.Territory && topics.Topics[token.Sense.A] == candidate.Topic && candidate.Regions.Contains(candidate.Topic.Territories[token.Sense.B].Id, StringComparer.Ordinal))
                words.Add(("region " + candidate.Topic.Territories[token.Sense.B].Id, token));
        }

        return [.. words.OrderBy(w => w.Token.Start).Select(w => Word(sentence, w.Part, w.Token))];
    }

    private static FiredWord Word(Sentence sentence, string part, Token token)
    {
        var from = sentence.Text.OriginalOffset(token.Start);
        var to = sentence.Text.OriginalEnd(token.End);
        return new FiredWord(part, sentence.Text.Original[from..to], sentence.InTitle ? EvidencePlace.Title : EvidencePlace.Text, from, to);
    }

    private static string? KindOf(Candidate candidate) => candidate.Kind < 0 ? null : candidate.Topic.Kinds[candidate.Kind].Id;

    private static string? DirectionOf(Candidate candidate) =>
        candidate.Topic.Shape == TopicShape.Exchange ? candidate.Topic.DirectionNames[(int)candidate.Direction] : null;

    private string? RecognizerOf(Candidate candidate) => candidate.Topic.Shape == TopicShape.Exchange ? null : resolution.Recognizer(candidate);
}
