using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Reading;

/// <summary>A document read: its sentences, title first, with everything named in them.</summary>
internal sealed class ReadDocument(Lexicon lexicon, List<Sentence> sentences, bool truncated)
{
    /// <summary>Something was too long or too dense to be read whole.</summary>
    public bool Truncated { get; } = truncated;

    public Lexicon Lexicon { get; } = lexicon;

    public List<Sentence> Sentences { get; } = sentences;
}

/// <summary>Reads a document: sentences, expressions, clauses, parties and their roles.</summary>
internal sealed class Reader(TopicSet topics)
{
    // Ten megabytes of prose have fewer.
    private const int MostSentences = 200_000;

    public ReadDocument Read(Document document, Lexicon lexicon)
    {
        var sentences = new List<Sentence>();
        if (!string.IsNullOrEmpty(document.Title))
            sentences.AddRange(SentenceSplitter.Split(NormalizedText.Of(document.Title), lexicon, isTitle: true));
        sentences.AddRange(SentenceSplitter.Split(NormalizedText.Of(document.Text), lexicon, isTitle: false));
        var tagger = new Tagger(lexicon);
        var truncated = sentences.Count > MostSentences;
        if (truncated)
            sentences.RemoveRange(MostSentences, sentences.Count - MostSentences);
        foreach (var sentence in sentences)
            truncated |= !tagger.Tag(sentence);
        new References(topics).Resolve(sentences);
        return new ReadDocument(lexicon, sentences, truncated);
    }
}
