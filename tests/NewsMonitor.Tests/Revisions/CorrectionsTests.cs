using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Revisions;
using NewsMonitor.Tests.Matches;

namespace NewsMonitor.Tests.Revisions;

public sealed class CorrectionsTests
{
    private const string Sent = "North Korea has sent about 3,000 soldiers to Russia, Seoul's spy agency said on Monday.";
    private const string Corrected = "North Korea has sent about 10,000 soldiers to Russia, Seoul's spy agency said on Monday.";
    private const string Denied = "North Korea has not sent soldiers to Russia, Seoul's spy agency said on Monday.";
    private const string Harbor = "The harbor master counted eleven ships in the roads this morning.";

    private static readonly DateTimeOffset At = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Updated 5 minutes ago\n" + Sent + "\n" + Harbor, "Updated 59 minutes ago\n" + Sent + "\n" + Harbor)]
    [InlineData(Sent + " " + Harbor, "Read also: ten recipes for autumn\n" + Sent + "\n\n" + Harbor + "\nSubscribe to our letter.")]
    [InlineData(Sent + " " + Harbor, Harbor + " NORTH KOREA has sent about 3,000 soldiers to Russia – Seoul’s spy agency said on Monday!")]
    public void As_long_as_the_sentence_stands_there_is_nothing_to_correct(string before, string after)
    {
        var quoted = after.Contains(Sent, StringComparison.Ordinal) ? Sent : after[(Harbor.Length + 1)..];

        Assert.Empty(Corrections.Of(Revised(Told(before, Sent), Sample.Match(after, [Sample.Support(after, quoted)]))));
    }

    [Fact]
    public void A_sentence_that_still_stands_proves_its_claim_even_where_todays_rules_find_nothing_in_it() =>
        Assert.Empty(Corrections.Of(Revised(Told($"{Sent} {Harbor}", Sent), Sample.Match($"{Sent} The fog lifted at noon.", []))));

    [Fact]
    public void Another_number_in_the_sentence_that_proved_a_claim_is_told_with_both_sentences()
    {
        var after = $"{Harbor} {Corrected}";

        var correction = Assert.Single(Corrections.Of(Revised(Told($"{Harbor} {Sent}", Sent), Sample.Match(after, [Sample.Support(after, Corrected)]))));

        Assert.Equal((CorrectionKind.Reworded, Sent, Corrected, At), (correction.Kind, correction.Before, correction.After, correction.At));
        Assert.Equal(Corrected, correction.Now?.Evidence.Quote);
    }

    [Fact]
    public void A_claim_that_is_denied_where_it_was_affirmed_is_changed()
    {
        var after = $"{Harbor} {Denied}";

        var correction = Assert.Single(Corrections.Of(Revised(Told($"{Harbor} {Sent}", Sent), Sample.Match(after, [Sample.Support(after, Denied, stance: Stance.Denied)]))));

        Assert.Equal((CorrectionKind.Changed, Sent, Denied, Stance.Denied), (correction.Kind, correction.Before, correction.After, correction.Now?.Stance));
    }

    [Theory]
    [InlineData(Harbor, null)]
    [InlineData(Harbor + " Seoul's spy agency said on Monday that its report on soldiers in Russia was an error.", "Seoul's spy agency said on Monday that its report on soldiers in Russia was an error.")]
    public void A_claim_whose_sentence_went_is_withdrawn_and_what_stands_in_its_place_is_told(string after, string? successor)
    {
        var correction = Assert.Single(Corrections.Of(Revised(Told($"{Harbor} {Sent}", Sent), Sample.Match(after, []))));

        Assert.Equal((CorrectionKind.Withdrawn, Sent, successor), (correction.Kind, correction.Before, correction.After));
        Assert.Null(correction.Now);
    }

    [Fact]
    public void A_claim_that_is_made_in_another_sentence_now_is_corrected_with_that_one()
    {
        const string Elsewhere = "Soldiers from the North have reached Kursk, two ministers told parliament.";
        const string Before = $"{Sent} {Harbor} {Elsewhere}";
        const string After = $"{Harbor} {Elsewhere}";

        var correction = Assert.Single(Corrections.Of(Revised(Told(Before, Sent), Sample.Match(After, [Sample.Support(After, Elsewhere)]))));

        Assert.Equal((CorrectionKind.Reworded, Sent, Elsewhere), (correction.Kind, correction.Before, correction.After));
    }

    [Fact]
    public void What_changes_in_the_context_of_a_quote_is_no_correction_of_it()
    {
        const string Quote = $"Read 1,204 times. {Sent}";
        const string After = $"Read 9,311 times. {Sent} {Harbor}";
        var told = Sample.Match($"{Quote} {Harbor}", [Sample.Support($"{Quote} {Harbor}", Quote)], words: [["North Korea has sent", "soldiers to Russia"]]);

        Assert.Empty(Corrections.Of(Revised(told, Sample.Match(After, [Sample.Support(After, After[..Quote.Length])]))));
    }

    [Fact]
    public void A_headline_that_proved_a_claim_is_compared_with_the_headline()
    {
        const string Headline = "North Korea sends troops to Russia";
        var claim = Sample.Support(Harbor, Harbor) with { Evidence = new Evidence(EvidencePlace.Title, Headline, 0, Headline.Length) };

        var correction = Assert.Single(Corrections.Of(Revised(Sample.Match(Harbor, [claim], title: Headline), Sample.Match(Harbor, [], title: "North Korea and Russia hold talks"))));

        Assert.Equal((CorrectionKind.Withdrawn, Headline, "North Korea and Russia hold talks"), (correction.Kind, correction.Before, correction.After));
    }

    [Fact]
    public void A_page_that_replaces_a_feeds_summary_corrects_nothing()
    {
        var summary = Sample.Match(Sent, [Sample.Support(Sent, Sent)], source: TextSource.Feed);

        Assert.Empty(Corrections.Of(Revised(summary, Sample.Match(Harbor, []))));
    }

    private static StoredMatch Told(string text, string quote) => Sample.Match(text, [Sample.Support(text, quote)]);

    private static RevisedMatch Revised(StoredMatch told, StoredMatch now) => new(told, now, At);
}
