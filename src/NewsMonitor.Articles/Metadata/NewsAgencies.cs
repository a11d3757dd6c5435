using System.Collections.Frozen;

namespace NewsMonitor.Articles.Metadata;

/// <summary>News agencies whose reports others print, and the ways in which their names are written.</summary>
internal static class NewsAgencies
{
    private const int ShortestInAnyCase = 5;

    /// <summary>The canonical name, then every spelling; case counts where a spelling is a word too.</summary>
    private static readonly string[] Lines =
    [
        "AFP: AFP|afp|Agence France-Presse|Agence France Presse|法新社|АФП|AFP通信|AFP時事",
        "AP: AP|Associated Press|The Associated Press|美联社|美聯社|AP通信|Ассошиэйтед Пресс",
        "Reuters: Reuters|REUTERS|Thomson Reuters|Рейтер|Reuter|路透社|路透|ロイター|로이터",
        "dpa: dpa|DPA|Deutsche Presse-Agentur|dpa-AFX|ДПА|德新社",
        "TASS: ТАСС|TASS|ИТАР-ТАСС|Itar-Tass|塔斯社|タス通信|타스통신|타스",
        "RIA Novosti: РИА Новости|RIA Novosti|RIA Nowosti|俄新社",
        "Interfax: Интерфакс|Interfax|国际文传电讯社|インタファクス",
        "Interfax-Ukraine: Интерфакс-Украина|Інтерфакс-Україна|Interfax-Ukraine|Interfax Ukraine",
        "Ukrinform: Укрінформ|Укринформ|Ukrinform",
        "UNIAN: УНІАН|УНИАН|UNIAN",
        "Yonhap: Yonhap|YONHAP|Yonhap News Agency|연합뉴스|연합|韩联社|韓聯社|聯合ニュース|Ренхап|Рёнхап|Йонхап",
        "Newsis: Newsis|NEWSIS|뉴시스",
        "News1: News1|뉴스1",
        "KCNA: KCNA|조선중앙통신|朝中社|朝鲜中央通讯社|朝鮮中央通信|ЦТАК",
        "Xinhua: Xinhua|Xinhua News Agency|新华社|新華社|新华网|Синьхуа",
        "CNS: 中新社|中国新闻社|China News Service",
        "CNA: CNA|中央社|中央通訊社|Central News Agency",
        "Kyodo: Kyodo|Kyodo News|KYODO|共同|共同通信|共同社|Киодо",
        "Jiji: Jiji|JIJI|Jiji Press|JIJI Press|時事|時事通信|时事社",
        "EFE: EFE|Agencia EFE|ЭФЭ",
        "Europa Press: Europa Press|EUROPA PRESS|EP",
        "ANSA: ANSA|Ansa",
        "Adnkronos: Adnkronos",
        "APA: APA|Austria Presse Agentur",
        "Keystone-SDA: Keystone-SDA|SDA|sda|Keystone-ATS|ATS|ats",
        "epd: epd|Evangelischer Pressedienst",
        "KNA: KNA|Katholische Nachrichten-Agentur",
        "SID: SID|sid",
        "PAP: PAP",
        "ČTK: ČTK|CTK",
        "MTI: MTI",
        "Agerpres: Agerpres|AGERPRES",
        "BTA: BTA|БТА",
        "Tanjug: Tanjug|Танјуг",
        "BelTA: BelTA|БелТА|БЕЛТА",
        "Anadolu: Anadolu|Anadolu Agency|Anadolu Ajansı|AA|Анадолу",
        "DHA: DHA|Demirören Haber Ajansı",
        "İHA: İHA|IHA|İhlas Haber Ajansı",
        "Bloomberg: Bloomberg|Блумберг|彭博社",
        "Dow Jones: Dow Jones|Dow Jones Newswires",
        "UPI: UPI",
        "IANS: IANS",
        "PTI: PTI|Press Trust of India",
        "ANI: ANI",
        "Antara: Antara|ANTARA",
        "VNA: TTXVN|VNA",
        "MENA: MENA|أ ش أ",
        "SANA: SANA|سانا",
        "IRNA: IRNA|ИРНА",
        "NAN: NAN|News Agency of Nigeria",
        "Belga: Belga|BELGA",
        "ANP: ANP",
        "NTB: NTB",
        "TT: TT",
        "Ritzau: Ritzau",
        "STT: STT",
        "BNS: BNS",
        "LETA: LETA",
        "ELTA: ELTA",
        "Lusa: Lusa|LUSA",
        "Agência Brasil: Agência Brasil|Agencia Brasil",
        "Notimex: Notimex|NOTIMEX",
        "Télam: Télam|Telam|TELAM",
        "AAP: AAP|Australian Associated Press",
        "The Canadian Press: The Canadian Press|La Presse canadienne|Canadian Press",
        "PA: PA|PA Media|Press Association",
    ];

    private static readonly FrozenDictionary<string, string> Names = Lines
        .Select(line => line.Split(": ", 2))
        .SelectMany(line => line[1].Split('|').Select(written => KeyValuePair.Create(written, line[0])))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Names that are no word in any case.</summary>
    private static readonly FrozenDictionary<string, string> LongNames = Names.Where(name => name.Key.Length >= ShortestInAnyCase)
        .DistinctBy(name => name.Key, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The canonical name of the agency that a text names and nothing else, or null.</summary>
    public static string? Canonical(string text)
    {
        var name = text.Trim();
        return Names.TryGetValue(name, out var agency) || LongNames.TryGetValue(name, out agency) ? agency : null;
    }
}
