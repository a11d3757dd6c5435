using System.Collections.Immutable;
using NewsMonitor.Detection.Candidates;
using NewsMonitor.Detection.Reading;
using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection;

/// <summary>Finds in a text what it says about the topics. One detector serves any number of threads; it keeps no state between texts.</summary>
public sealed class Detector
{
    private readonly TopicSet _topics;
    private readonly Reader _reader;
    private readonly Sieve _sieve;
    private readonly Judge _judge;

    public Detector(TopicSet topics)
    {
        _topics = topics;
        _reader = new Reader(topics);
        _sieve = new Sieve(topics);
        _judge = new Judge(topics);
    }

    /// <summary>Whether the text may name a party or a territory of any topic, in any language; where it does not, <see cref="Detect"/> finds nothing.</summary>
    public bool NamesActor(ReadOnlySpan<char> text) => _sieve.Passes(text);

    /// <summary>The sentences of a document and what they name, whether or not it is about a topic; empty in a language without rules.</summary>
    public NamedThings Names(Document document) =>
        document.Language is { } language && _topics.Lexicons.TryGetValue(language, out var lexicon)
            ? Naming.Of(_topics, _reader.Read(document, lexicon))
            : new NamedThings([], []);

    /// <summary>The findings of a document; none in a language without rules. Never throws, whatever the text.</summary>
    public Detection Detect(Document document)
    {
        if (LexiconFor(document) is not { } lexicon)
            return Detection.None;
        var (read, candidates) = Weigh(document, lexicon, named: false);
        return new Resolution(_topics, read, candidates).Findings();
    }

    /// <summary>The same findings, each with its reasons, and what was weighed and not found.</summary>
    public ExplainedDetection DetectExplained(Document document)
    {
        if (LexiconFor(document) is not { } lexicon)
            return new ExplainedDetection(Detection.None, [], []);
        var (read, candidates) = Weigh(document, lexicon, named: true);
        var resolution = new Resolution(_topics, read, candidates);
        return new Explainer(_topics, read, resolution).Explain();
    }

    /// <summary>Every candidate of a document with the names of its features, for training.</summary>
    internal (ReadDocument Read, List<Candidate> Candidates) Candidates(Document document)
    {
        if (LexiconFor(document) is not { } lexicon)
            return (new ReadDocument(new Lexicon("", Words.Spaced), [], truncated: false), []);
        var (read, candidates) = Weigh(document, lexicon, named: true, all: true);
        return (read, candidates);
    }

    private Lexicon? LexiconFor(Document document)
    {
        if (document.Language is not { } language || !_topics.Lexicons.TryGetValue(language, out var lexicon))
            return null;
        return _sieve.Passes(document.Text) || (document.Title is { } title && _sieve.Passes(title)) ? lexicon : null;
    }

    private (ReadDocument Read, List<Candidate> Candidates) Weigh(Document document, Lexicon lexicon, bool named, bool all = false)
    {
        var read = _reader.Read(document, lexicon);
        var candidates = new List<Candidate>();
        var wording = new Wording(read, named);
        for (var i = 0; i < _topics.Topics.Length; i++)
        {
            var topic = _topics.Topics[i];
            var own = new List<Candidate>();
            if (topic.Shape == TopicShape.Exchange)
                new ExchangeCandidates(read, _topics, topic, i, wording, named).Find(own);
            else
                new RecognitionCandidates(read, _topics, topic, i, wording, named).Find(own);
            _judge.Weigh(own, read.Sentences.Count);
            candidates.AddRange(own);
        }

        var stances = new StanceReader(read, _topics, named);
        foreach (var candidate in candidates)
        {
            if (!all && !named && candidate.Claim < Judge.Threshold)
                continue;
            candidate.StanceFeatures = stances.Read(candidate);
            (candidate.Stance, candidate.StanceScore) = _judge.StanceOf(candidate);
        }

        return (read, candidates);
    }
}
