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
    public void A_text_is_like_itself()
    {
        Assert.Equal(1, Resemblance(Story, Story));
        Assert.True(AreCopies(Story, Story));
    }

    [Fact]
    public void A_dateline_a_credit_and_a_changed_word_leave_a_copy_a_copy()
    {
        var copy = "PORT CITY (Agency) - " + Story.Replace("Monday", "Nov. 23", StringComparison.Ordinal) + " Read more on our website.";

        Assert.InRange(Resemblance(Story, copy), 0.75, 1);
        Assert.True(AreCopies(Story, copy));
    }

    [Fact]
    public void Writing_makes_no_difference() =>
        Assert.Equal(1, Resemblance(Story, Story.ToUpperInvariant().Replace("HARBOUR", "HAR\u00ADBOUR", StringComparison.Ordinal).Replace("-", " — ", StringComparison.Ordinal)));

    [Fact]
    public void A_shortened_copy_is_contained_in_the_long_one()
    {
        var half = TextFingerprint.Of(Story[..(Story.Length / 2)]);
        var whole = TextFingerprint.Of(Story);

        Assert.InRange(half.Containment(whole), 0.9, 1);
        Assert.Equal(half.Containment(whole), whole.Containment(half));
        Assert.InRange(half.Resemblance(whole), 0.3, 0.7);
    }

    [Fact]
    public void Of_texts_longer_than_what_is_kept_the_estimate_is_close()
    {
        var words = Enumerable.Range(0, 6000).Select(i => "w" + i).ToArray();
        var whole = TextFingerprint.Of(string.Join(' ', words));

        Assert.Equal(5998, whole.Shingles);
        Assert.InRange(whole.Resemblance(TextFingerprint.Of(string.Join(' ', words.Take(3000)))), 0.45, 0.55);
        Assert.InRange(whole.Containment(TextFingerprint.Of(string.Join(' ', words.Skip(1000).Take(600)))), 0.99, 1);
        Assert.InRange(whole.Containment(TextFingerprint.Of(string.Join(' ', words.Skip(5000).Concat(words.Take(1000).Select(word => "x" + word))))), 0.4, 0.6);
    }

    [Fact]
    public void Another_story_is_another_story()
    {
        Assert.InRange(Resemblance(Story, OtherStory), 0, 0.05);
        Assert.False(AreCopies(Story, OtherStory));
    }

    [Fact]
    public void Scripts_without_spaces_are_compared_by_characters()
    {
        const string Text = "両政府は月曜日、十一年ぶりに北の港を貨物船に開放する協定に署名した。最初の船は月末までに到着する見通しだ。漁業者らは春の嵐で岸壁が壊れて以来、開放を求めていた。";

        Assert.True(AreCopies(Text, "【港町】" + Text.Replace("月曜日", "２３日", StringComparison.Ordinal)));
        Assert.InRange(Resemblance(Text, "議会は火曜日、深夜まで続いた審議の末に予算案を否決した。財務相は一週間以内に新たな案を提出すると述べた。"), 0, 0.05);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Two words")]
    [InlineData("\uD800 \uFFFF \0")]
    public void What_says_too_little_is_like_nothing(string text)
    {
        var fingerprint = TextFingerprint.Of(text);

        Assert.True(fingerprint.IsEmpty);
        Assert.Equal(0, fingerprint.Resemblance(TextFingerprint.Of(Story)));
        Assert.Equal(0, fingerprint.Containment(fingerprint));
        Assert.False(fingerprint.IsCopyOf(fingerprint));
    }

    [Fact]
    public void It_can_be_stored()
    {
        var read = TextFingerprint.FromBytes(TextFingerprint.Of(Story).ToBytes());

        Assert.Equal(1, read.Resemblance(TextFingerprint.Of(Story)));
        Assert.True(TextFingerprint.FromBytes(TextFingerprint.Of("").ToBytes()).IsEmpty);
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 9, 0, 0, 0, 1, 0, 0, 0 })]
    [InlineData(new byte[] { 2, 0, 0, 0, 5, 0, 0, 0, 5, 0, 0, 0 })]
    public void Bytes_that_are_no_fingerprint_are_refused(byte[] bytes) => Assert.Throws<FormatException>(() => TextFingerprint.FromBytes(bytes));

    private static double Resemblance(string one, string other) => TextFingerprint.Of(one).Resemblance(TextFingerprint.Of(other));

    private static bool AreCopies(string one, string other) => TextFingerprint.Of(one).IsCopyOf(TextFingerprint.Of(other));
}
