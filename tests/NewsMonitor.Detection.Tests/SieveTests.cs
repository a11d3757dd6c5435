namespace NewsMonitor.Detection.Tests;

public sealed class SieveTests
{
    private static readonly Detector Detector = new(TopicSet.BuiltIn);

    [Theory]
    [InlineData("The Kremlin declined to comment.", true)]
    [InlineData("Talks on KOSOVO resumed.", true)]
    [InlineData("Py\u00ADongyang fired a missile.", true)]
    [InlineData("The council approved the new bus lane.", false)]
    [InlineData("", false)]
    public void It_knows_whether_a_text_names_an_actor_or_a_territory(string text, bool names) => Assert.Equal(names, Detector.NamesActor(text));

    [Fact]
    public void It_lets_every_text_with_a_finding_through()
    {
        foreach (var text in LabelledTexts.Passages.Where(t => t.Findings.Length > 0 && t.Document.Language == "en"))
            Assert.True(Detector.NamesActor(text.Document.Text) || text.Findings.All(f => f.Regions.IsEmpty), text.Id);
    }

    [Theory]
    [InlineData("Heavy rain is expected in the north of the country, the weather service said on Friday.")]
    [InlineData("The lighthouse keeper retires after forty years. His store will close, and he may sell the boat at a fair price.")]
    [InlineData("The central bank left its key rate unchanged and said that inflation would ease; shares rose, and the party in power welcomed it.")]
    [InlineData("Die Gewerkschaft fordert mehr Lohn, der Verband nennt das unbezahlbar und will erst im Herbst wieder verhandeln.")]
    [InlineData("Les pompiers ont maîtrisé l'incendie dans la nuit; personne n'a été blessé, selon la préfecture du nord.")]
    [InlineData("El equipo ganó su tercer partido seguido y el entrenador elogió la paciencia de sus jóvenes defensas.")]
    [InlineData("Синоптики обещают на выходных похолодание и мокрый снег, водителям советуют сменить шины заранее.")]
    [InlineData("Вчора у парку відкрили нову виставку квітів, вхід для дітей безкоштовний.")]
    [InlineData("台风预计明天傍晚登陆，学校停课，多个航班取消。")]
    [InlineData("台風は明日の夕方に上陸する見込みで、学校は休みになる。")]
    [InlineData("태풍이 내일 저녁 상륙할 것으로 보여 학교가 휴교한다.")]
    public void News_of_other_things_does_not_pass(string text)
    {
        var names = TopicSet.BuiltIn.Names().Where(name => text.Contains(name, StringComparison.OrdinalIgnoreCase));

        Assert.False(new Detector(TopicSet.BuiltIn).NamesActor(text), $"named by: {string.Join(", ", names)}");
    }
}
