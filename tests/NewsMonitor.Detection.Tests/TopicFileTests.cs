using NewsMonitor.Detection.Loading;

namespace NewsMonitor.Detection.Tests;

public sealed class TopicFileTests
{
    private const string Grammar = "file: grammar\nlanguage: xx\nwords: spaced\n";

    [Fact]
    public void The_built_in_topics_load_and_have_a_version()
    {
        Assert.Contains("dprk-russia-support", TopicSet.BuiltIn.Ids);
        Assert.Contains("separatist-recognition", TopicSet.BuiltIn.Ids);
        Assert.Contains("en", TopicSet.BuiltIn.Languages);
        Assert.Equal(16, TopicSet.BuiltIn.Version.Length);
    }

    [Theory]
    [InlineData("file: lexicon\nlanguage: en\ntopic: dprk-russia-support\nwords:\n  weapon: [gun]\n", 5, "weapon")]
    [InlineData("file: lexicon\nlanguage: en\ntopic: nothing\n", 1, "nothing")]
    [InlineData("file: lexicon\nlanguage: qq\ntopic: dprk-russia-support\n", 1, "qq")]
    [InlineData("file: grammar\nlanguage: en\nwords: sideways\n", 1, "sideways")]
    [InlineData("file: grammar\nlanguage: en\nwords: spaced\ncues:\n  negativ: [not]\n", 5, "negativ")]
    [InlineData("file: grammar\nlanguage: en\nwords: spaced\nmarkers-before:\n  goal: [\"(to\"]\n", 5, "(to")]
    [InlineData("file: gazetteer\nlanguage: en\nstates:\n  PRK: [x]\n", 3, "states")]
    [InlineData("file: gazetteer\nlanguage: en\npart: own\nactors:\n  PRK: { nickname: [x] }\n", 5, "nickname")]
    [InlineData("file: topic\ntopic: third\nshape: circle\n", 1, "circle")]
    [InlineData("file: topic\ntopic: third\nshape: exchange\nparties: [PRK]\n", 4, "two parties")]
    [InlineData("file: topic\ntopic: third\nshape: recognition\n", 1, "territories")]
    [InlineData("file: poem\n", 1, "poem")]
    [InlineData("language: en\n", 1, "file")]
    [InlineData("- a\n- b\n", 1, "mapping")]
    [InlineData("file: [unclosed\n", 1, "YAML")]
    public void A_mistake_is_named_with_its_file_and_line(string text, int line, string named)
    {
        var load = TopicSet.Load([new TopicFile("own.yaml", text)]);

        Assert.Null(load.Topics);
        Assert.Contains(load.Problems, p => p.File == "own.yaml" && p.Line >= line && p.ToString().Contains(named, StringComparison.Ordinal) && p.Mend.Length > 0);
    }

    [Fact]
    public void A_file_of_the_same_kind_replaces_the_built_in_one_and_changes_the_version()
    {
        var load = TopicSet.Load([new TopicFile("en.yaml", "file: lexicon\nlanguage: en\ntopic: dprk-russia-support\nwords:\n  weapons: [catapults]\n")]);

        var detector = new Detector(load.Topics!);

        Assert.NotEqual(TopicSet.BuiltIn.Version, load.Topics!.Version);
        Assert.Empty(detector.Detect(new Document(null, "North Korea sent shells to Russia.", "en")).Findings);
    }

    [Fact]
    public void A_folder_can_stand_alone_without_anything_built_in()
    {
        var load = TopicSet.LoadOnly([new TopicFile("g.yaml", Grammar)]);

        Assert.Empty(load.Topics!.Ids);
        Assert.Equal(["xx"], load.Topics.Languages);
    }
}
