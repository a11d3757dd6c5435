using NewsMonitor.Text.Languages;

namespace NewsMonitor.Text.Tests.Languages;

public sealed class LanguageIdentifierTests
{
    [Theory]
    [InlineData("en", "Parliament votes to close the border after weeks of debate")]
    [InlineData("en", "UKRAINE SAYS DRONES HIT OIL DEPOT")]
    [InlineData("de", "Bundestag stimmt über neue Hilfen für die Ukraine ab")]
    [InlineData("de", "Moskau droht mit Vergeltung")]
    [InlineData("fr", "Le Conseil de sécurité se réunit en urgence à New York")]
    [InlineData("fr", "Moscou menace de représailles après l'attaque")]
    [InlineData("es", "El Congreso aprueba la ley de presupuestos")]
    [InlineData("es", "Moscú amenaza con represalias")]
    [InlineData("ru", "Совет безопасности соберётся на экстренное заседание")]
    [InlineData("ru", "Москва пригрозила ответить на новые санкции")]
    [InlineData("uk", "Рада безпеки збереться на термінове засідання")]
    [InlineData("uk", "Москва погрожує відповіддю")]
    [InlineData("ko", "북한, 동해상으로 탄도미사일 발사")]
    [InlineData("ja", "北朝鮮、ミサイルを発射")]
    [InlineData("ja", "国連安保理、緊急会合を開催へ")]
    [InlineData("zh", "联合国安理会召开紧急会议")]
    [InlineData("zh", "聯合國安理會召開緊急會議")]
    public void A_headline_is_enough(string language, string text) => Assert.Equal(language, LanguageIdentifier.Identify(text));

    [Theory]
    [InlineData("Съветът за сигурност ще се събере на извънредно заседание, съобщиха от ООН, след като войната продължи")]
    [InlineData("Савет безбедности ће се састати на ванредној седници, саопштиле су Уједињене нације")]
    [InlineData("Савет бяспекі збярэцца на тэрміновае пасяджэнне, паведамілі ў ААН пасля таго, як быў удар")]
    [InlineData("O Conselho de Segurança vai reunir-se em sessão de emergência, informou a ONU depois dos ataques")]
    [InlineData("Il Consiglio di sicurezza si riunirà in sessione d'urgenza, ha detto l'Onu dopo gli attacchi")]
    [InlineData("De Veiligheidsraad komt in spoedzitting bijeen, zegt de VN na de aanvallen van zondag")]
    [InlineData("Rada Bezpieczeństwa zbierze się na nadzwyczajnym posiedzeniu, podało ONZ po niedzielnych atakach")]
    [InlineData("مجلس الأمن يعقد جلسة طارئة")]
    [InlineData("12345 — 67 %")]
    [InlineData("")]
    public void Other_languages_are_not_taken_for_one_of_the_nine(string text) =>
        Assert.False(LanguageIdentifier.Identify(text) is "en" or "ru" or "uk" or "ko" or "zh" or "ja" or "de" or "fr" or "es");

    [Fact]
    public void A_text_with_names_in_another_script_keeps_its_language() =>
        Assert.Equal("ko", LanguageIdentifier.Identify("블라디미르 푸틴(Vladimir Putin) 대통령이 평양을 방문했다고 TASS 통신이 전했다"));

    [Fact]
    public void Lone_surrogates_and_control_characters_do_no_harm() => Assert.Null(LanguageIdentifier.Identify("\uD800\u0000\uDFFF"));
}
