using System.Text;
using System.Text.Json;
using NewsMonitor.Detection;
using NewsMonitor.Matches;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Tests.Matches;

public sealed class MatchFormsTests
{
    private const string Text = "북한은 도네츠크를 인정했다.";

    [Fact]
    public void A_match_is_one_line_of_JSON_with_the_keys_of_the_contract()
    {
        var match = Sample.Match(Text, [Sample.Recognition(Text, Text)], published: PublicationTime.OnDay(new DateOnly(2026, 11, 23)), language: "ko", source: TextSource.Seed).Match;

        Assert.Equal(
            """{"id":1,"url":"https://news.example/1","title":"Headline","authors":[],"published":"2026-11-23","first_seen":"2026-11-24T03:15:00.000Z","language":"ko","outlet":"Outlet","text_source":"seed","story":1,"sightings":[{"feed":null,"url":"https://news.example/1","seen":"2026-11-24T03:15:00.000Z"}],"findings":[{"topic":"separatist-recognition","recognizer":"PRK","regions":["donetsk","luhansk"],"stance":"affirmed","evidence":{"in":"text","quote":"북한은 도네츠크를 인정했다.","start":0,"end":15},"confidence":0.9,"rule":"recognition.state"}]}""",
            Line(match));
    }

    [Fact]
    public void Lone_surrogates_and_controls_cannot_break_a_line()
    {
        var match = Sample.Match("\ud800\u0001\n", [Sample.Support("\ud800\u0001\n", "\ud800\u0001\n")], title: "\udc00\r\n\"").Match;

        var line = Line(match);

        Assert.DoesNotContain('\n', line);
        using var parsed = JsonDocument.Parse(line);
        Assert.Equal("\ufffd\r\n\"", parsed.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public void Several_matches_are_one_array()
    {
        var match = Sample.Match(Text, [Sample.Recognition(Text, Text)]).Match;
        var stream = new MemoryStream();

        MatchJson.WriteArray(stream, [match, match]);

        using var parsed = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(2, parsed.RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("=1+2", "\"'=1+2\"")]
    [InlineData("+CMD", "\"'+CMD\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData(" =1", "\"' =1\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData("plain", "plain")]
    public void A_CSV_cell_is_never_a_formula(string title, string cell)
    {
        var match = Sample.Match(Text, [Sample.Recognition(Text, Text)], title: title).Match;

        Assert.StartsWith($"1,https://news.example/1,{cell},", MatchCsv.Rows(match), StringComparison.Ordinal);
    }

    [Fact]
    public void CSV_has_a_row_a_finding_and_a_cell_a_column()
    {
        var match = Sample.Match(Text, [Sample.Recognition(Text, Text), Sample.Support(Text, Text)]).Match;

        var rows = MatchCsv.Rows(match).Split("\r\n");

        Assert.Equal(3, rows.Length);
        Assert.All(rows[..2], row => Assert.Equal(MatchCsv.Header.Split(',').Length, row.Split(',').Length));
    }

    [Fact]
    public void The_table_shows_the_claim_and_the_evidence_and_obeys_nobody()
    {
        const string Said = "Officials said \u001b[2Jthat North Korea sent troops\u202e to Russia.";
        var stored = Sample.Match(Said, [Sample.Support(Said, Said)], title: "\u001b]0;evil\u0007 Headline", words: [["sent troops"]]);

        var table = MatchTable.Of(stored, 80);

        Assert.Contains("- North Korea sends troops to Russia [affirmed]\n", table, StringComparison.Ordinal);
        Assert.Contains("*sent troops*", table, StringComparison.Ordinal);
        Assert.DoesNotContain(table, unit => (char.IsControl(unit) && unit != '\n') || unit == '\u202e');
    }

    [Fact]
    public void A_claim_key_holds_every_attribute_and_nothing_of_the_words()
    {
        var one = Sample.Recognition(Text, Text);

        Assert.Equal(ClaimKey.Of(one), ClaimKey.Of(one with { Evidence = new Evidence(EvidencePlace.Title, "x", 0, 1), Rule = "other", Confidence = 0.1 }));
        Assert.NotEqual(ClaimKey.Of(one), ClaimKey.Of(one with { Stance = Stance.Denied }));
        Assert.NotEqual(ClaimKey.Of(one), ClaimKey.Of(one with { Regions = ["donetsk"] }));
    }

    private static string Line(Match match)
    {
        var stream = new MemoryStream();
        MatchJson.WriteLine(stream, match);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
