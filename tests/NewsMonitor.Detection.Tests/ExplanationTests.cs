namespace NewsMonitor.Detection.Tests;

public sealed class ExplanationTests
{
    private static readonly Detector Detector = new(TopicSet.BuiltIn);

    [Fact]
    public void A_finding_names_the_words_that_fired_and_the_cue_that_set_its_stance()
    {
        var document = new Document(null, "Pyongyang denied on Friday that it had sent artillery shells to Russia.", "en");

        var explained = Detector.DetectExplained(document);

        var reasons = Assert.Single(explained.Reasons);
        Assert.Contains(reasons.Words, w => w is { Part: "trigger weapons", Text: "artillery" or "shells" });
        Assert.Contains(reasons.Words, w => w is { Part: "party", Text: "Pyongyang" });
        Assert.Contains(reasons.Words, w => w is { Part: "cue denial", Text: "denied" });
        Assert.All(reasons.Words, w => Assert.Equal(document.Text[w.Start..w.End], w.Text));
        Assert.NotEmpty(reasons.For);
        Assert.NotEmpty(reasons.Stance);
        Assert.Equal(Stance.Denied, reasons.Finding.Stance);
    }

    [Fact]
    public void A_text_with_both_parties_and_no_finding_names_its_nearest_miss()
    {
        var explained = Detector.DetectExplained(new Document(null, "Russia and North Korea are both under sanctions, which hurt trade with China.", "en"));

        Assert.Empty(explained.Detection.Findings);
        Assert.NotEmpty(explained.NearMisses);
        Assert.All(explained.NearMisses, m => Assert.NotEqual("", m.Reason));
    }

    [Fact]
    public void Explaining_changes_nothing()
    {
        foreach (var text in LabelledTexts.Passages.Take(200))
            Assert.Equal(Detector.Detect(text.Document).Findings.Select(f => f.ToString()), Detector.DetectExplained(text.Document).Detection.Findings.Select(f => f.ToString()));
    }

    [Fact]
    public void Equal_texts_and_rules_give_equal_findings()
    {
        var other = new Detector(Loaded());
        foreach (var text in LabelledTexts.Documents.Take(20))
            Assert.Equal(Detector.Detect(text.Document).Findings.Select(f => f.ToString()), other.Detect(text.Document).Findings.Select(f => f.ToString()));

        static TopicSet Loaded() => TopicSet.Load([]).Topics!;
    }
}
