using NewsMonitor.Detection.Evaluation;

namespace NewsMonitor.Detection.Tests;

public sealed class LabelledScoresTests
{
    private static readonly Lazy<Scoreboard> PassageScores = new(() => ScoreOf(LabelledTexts.Passages));
    private static readonly Lazy<Scoreboard> DocumentScores = new(() => ScoreOf(LabelledTexts.Documents));

    // What was reached on the whole committed set, rounded down. A fall below it is a loss that a change has to answer for.
    [Theory]
    [InlineData("de", 0.97, 0.89, 0.86)]
    [InlineData("en", 0.96, 0.91, 0.88)]
    [InlineData("es", 0.96, 0.94, 0.90)]
    [InlineData("fr", 0.96, 0.93, 0.90)]
    [InlineData("ja", 0.95, 0.89, 0.82)]
    [InlineData("ko", 0.96, 0.92, 0.87)]
    [InlineData("ru", 0.96, 0.92, 0.90)]
    [InlineData("uk", 0.95, 0.92, 0.86)]
    [InlineData("zh", 0.97, 0.92, 0.86)]
    public void Labelled_passages_are_read_no_worse_than_before(string language, double topic, double finding, double strict)
    {
        AssertFloor(PassageScores.Value, language, ScoreLevel.Topic, topic);
        AssertFloor(PassageScores.Value, language, ScoreLevel.Finding, finding);
        AssertFloor(PassageScores.Value, language, ScoreLevel.Strict, strict);
    }

    [Theory]
    [InlineData("all", 0.93, 0.79, 0.73)]
    public void Labelled_articles_are_read_no_worse_than_before(string language, double topic, double finding, double strict)
    {
        AssertFloor(DocumentScores.Value, language, ScoreLevel.Topic, topic);
        AssertFloor(DocumentScores.Value, language, ScoreLevel.Finding, finding);
        AssertFloor(DocumentScores.Value, language, ScoreLevel.Strict, strict);
    }

    private static void AssertFloor(Scoreboard board, string language, ScoreLevel level, double floor)
    {
        var reached = board.Of(language, level).F1;
        Assert.True(reached >= floor, FormattableString.Invariant($"{level} F1 of {language} is {reached:0.000}, floor {floor:0.00}"));
    }

    private static Scoreboard ScoreOf(IReadOnlyList<LabelledText> texts)
    {
        var detector = new Detector(TopicSet.BuiltIn);
        var board = new Scoreboard();
        foreach (var text in texts)
            board.Add(text, detector.Detect(text.Document).Findings.Select(LabelledFinding.Of));
        return board;
    }
}
