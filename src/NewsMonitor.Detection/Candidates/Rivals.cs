using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Candidates;

/// <summary>All candidates of a document that say the same, and how they stand against those that say something else.</summary>
/// <param name="Candidates">The candidates, best first.</param>
/// <param name="Numbers">By <see cref="Rivals.ExchangeNumbers"/> or <see cref="Rivals.RecognitionNumbers"/>.</param>
internal sealed record Claim(List<Candidate> Candidates, float[] Numbers);

/// <summary>
/// A word of a topic seldom means two things at once: whether a claim holds depends on what else the same word, sentence and document seem to claim. These are the
/// numbers that tell, made from the scores of single candidates.
/// </summary>
internal static class Rivals
{
    private const float Nothing = -9;

    public static readonly string[] ExchangeNumbers =
    [
        "best", "second", "candidates", "accepted", "other-direction", "mutual", "same-direction", "any-other", "same-word", "same-sentence", "sentences", "place",
        "kind", "direction", "claims-accepted", "claims",
    ];

    public static readonly string[] RecognitionNumbers =
    [
        "best", "second", "candidates", "accepted", "other-recognizer", "other-conflict", "same-word", "same-word-and-recognizer", "sentences", "place", "nobody-named",
        "claims-accepted", "claims", "same-word-accepted",
    ];

    public static string[] NumbersOf(TopicShape shape) => shape == TopicShape.Exchange ? ExchangeNumbers : RecognitionNumbers;

    /// <summary>The claims of one topic's candidates.</summary>
    public static List<Claim> Of(IReadOnlyList<Candidate> candidates, int sentences)
    {
        var groups = candidates.GroupBy(c => c.Key).Select(g => g.OrderByDescending(c => c.Score).ToList()).ToList();
        return [.. groups.Select(g => new Claim(g, g[0].Topic.Shape == TopicShape.Exchange ? Exchange(g, groups, candidates, sentences) : Recognition(g, groups, candidates, sentences)))];
    }

    private static float[] Exchange(List<Candidate> claim, List<List<Candidate>> all, IReadOnlyList<Candidate> candidates, int sentences)
    {
        var best = claim[0];
        float otherDirection = Nothing, mutual = Nothing, sameDirection = Nothing, other = Nothing, sameWord = Nothing, sameSentence = Nothing;
        foreach (var rival in all)
        {
            var top = rival[0];
            if (rival == claim)
                continue;
            other = Math.Max(other, top.Score);
            if (top.Kind == best.Kind && top.Direction == Direction.Mutual)
                mutual = Math.Max(mutual, top.Score);
            else if (top.Kind == best.Kind)
                otherDirection = Math.Max(otherDirection, top.Score);
            else if (top.Direction == best.Direction)
                sameDirection = Math.Max(sameDirection, top.Score);
        }

        foreach (var candidate in candidates)
        {
            if (candidate == best || candidate.Sentence != best.Sentence)
                continue;
            if (candidate.Trigger.Start == best.Trigger.Start)
                sameWord = Math.Max(sameWord, candidate.Score);
            else
                sameSentence = Math.Max(sameSentence, candidate.Score);
        }

        return
        [
            best.Score, Second(claim), claim.Count, Accepted(claim), otherDirection, mutual, sameDirection, other, sameWord, sameSentence, sentences, best.Sentence,
            best.Kind, (int)best.Direction, all.Count(g => g[0].Score > Judge.Threshold), all.Count,
        ];
    }

    private static float[] Recognition(List<Candidate> claim, List<List<Candidate>> all, IReadOnlyList<Candidate> candidates, int sentences)
    {
        var best = claim[0];
        float otherRecognizer = Nothing, otherConflict = Nothing, sameWord = Nothing, sameBoth = Nothing;
        var acceptedHere = 0;
        foreach (var rival in all)
        {
            if (rival == claim)
                continue;
            if (rival[0].Conflict == best.Conflict)
                otherRecognizer = Math.Max(otherRecognizer, rival[0].Score);
            if (rival[0].Recognizer == best.Recognizer)
                otherConflict = Math.Max(otherConflict, rival[0].Score);
        }

        foreach (var candidate in candidates)
        {
            if (candidate.Sentence != best.Sentence || candidate.Trigger.Start != best.Trigger.Start)
                continue;
            if (candidate.Score > Judge.Threshold)
                acceptedHere++;
            if (candidate == best)
                continue;
            if (candidate.Conflict == best.Conflict)
                sameWord = Math.Max(sameWord, candidate.Score);
            if (candidate.Recognizer == best.Recognizer)
                sameBoth = Math.Max(sameBoth, candidate.Score);
        }

        return
        [
            best.Score, Second(claim), claim.Count, Accepted(claim), otherRecognizer, otherConflict, sameWord, sameBoth, sentences, best.Sentence,
            best.Recognizer < 0 ? 1 : 0, all.Count(g => g[0].Score > Judge.Threshold), all.Count, acceptedHere,
        ];
    }

    private static float Second(List<Candidate> claim) => claim.Count > 1 ? claim[1].Score : Nothing;

    private static int Accepted(List<Candidate> claim) => claim.Count(c => c.Score > Judge.Threshold);
}
