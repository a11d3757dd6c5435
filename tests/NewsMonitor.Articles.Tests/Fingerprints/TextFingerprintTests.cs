using NewsMonitor.Articles.Fingerprints;

namespace NewsMonitor.Articles.Tests.Fingerprints;

public sealed class TextFingerprintTests
{
    private const string Story =
        "The two governments signed an agreement on Monday that opens the northern harbour to cargo ships for the first time in eleven years. Officials in both capitals said the first vessels would "
        + "arrive before the end of the month, and that customs officers had been trained already. Fishermen in the region had asked for the opening since the spring, when a storm damaged the only other "
        + "quay within a day's sailing. The harbour master, who has kept the cranes oiled all that time, said he would believe it when he saw a funnel on the horizon.";

    private const string OtherStory =
        "Parliament rejected the budget on Tuesday after a debate that went on until the small hours. The finance minister said she would bring a new draft within a week, and that salaries would be paid "
        + "in the meantime. Opposition members called for her resignation and left the chamber before the vote on the harbour levy, which had been expected to pass with the votes of both capitals.";

    [Fact]
    public void A_text_is_like_itself() => Assert.Equal(1, Similarity(Story, Story));

    [Fact]
    public void A_dateline_a_credit_and_a_changed_word_leave_a_copy_a_copy() =>
        Assert.InRange(Similarity(Story, "PORT CITY (Agency) - " + Story.Replace("Monday", "Nov. 23", StringComparison.Ordinal) + " Read more on our website."), 0.75, 1);

    [Fact]
    public void A_shortened_copy_is_contained_in_the_long_one()
    {
        var half = TextFingerprint.Of(Story[..(Story.Length / 2)]);

        Assert.InRange(half.Containment(TextFingerprint.Of(Story)), 0.9, 1);
        Assert.InRange(half.SimilarityTo(TextFingerprint.Of(Story)), 0.3, 0.7);
    }

    [Fact]
    public void Another_story_is_another_story() => Assert.InRange(Similarity(Story, OtherStory), 0, 0.1);

    [Fact]
    public void Scripts_without_spaces_are_compared_by_characters()
    {
        const string Text = "両政府は月曜日、十一年ぶりに北の港を貨物船に開放する協定に署名した。最初の船は月末までに到着する見通しだ。漁業者らは春の嵐で岸壁が壊れて以来、開放を求めていた。";

        Assert.InRange(Similarity(Text, "【港町】" + Text.Replace("月曜日", "２３日", StringComparison.Ordinal)), 0.7, 1);
        Assert.InRange(Similarity(Text, "議会は火曜日、深夜まで続いた審議の末に予算案を否決した。財務相は一週間以内に新たな案を提出すると述べた。"), 0, 0.1);
    }

    [Fact]
    public void Nothing_is_like_nothing()
    {
        Assert.True(TextFingerprint.Of("").IsEmpty);
        Assert.Equal(0, Similarity("", ""));
        Assert.Equal(0, TextFingerprint.Of("").Containment(TextFingerprint.Of(Story)));
    }

    [Fact]
    public void It_can_be_stored()
    {
        var read = TextFingerprint.FromBytes(TextFingerprint.Of(Story).ToBytes());

        Assert.Equal(1, read.SimilarityTo(TextFingerprint.Of(Story)));
        Assert.Throws<FormatException>(() => TextFingerprint.FromBytes([1, 2, 3]));
    }

    private static double Similarity(string one, string other) => TextFingerprint.Of(one).SimilarityTo(TextFingerprint.Of(other));
}
