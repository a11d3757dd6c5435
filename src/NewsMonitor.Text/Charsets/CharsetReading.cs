using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsMonitor.Text.Charsets;

/// <summary>An encoding together with the writing that is expected in it.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="Frequent">The letters that make up about half of a running text.</param>
/// <param name="Belongs">Which other characters belong to the writing.</param>
/// <param name="Accented">Whether letters outside ASCII stand alone among ASCII ones, as in languages of Latin script.</param>
internal sealed record CharsetReading(Encoding Encoding, FrozenSet<char> Frequent, Func<char, bool> Belongs, bool Accented)
{
    public static readonly CharsetReading[] All =
    [
        Of(1251, Cyrillic, IsCyrillic),
        Of(20866, Cyrillic, IsCyrillic),
        Of(21866, Cyrillic, IsCyrillic),
        Of(866, Cyrillic, IsCyrillic),
        Of(28595, Cyrillic, IsCyrillic),
        Of(10007, Cyrillic, IsCyrillic),
        Of(949, Korean, c => c is >= '가' and <= '힣'),
        Of(54936, SimplifiedChinese, IsHan),
        Of(950, TraditionalChinese, IsHan),
        Of(932, Japanese, c => IsHan(c) || IsKana(c)),
        Of(51932, Japanese, c => IsHan(c) || IsKana(c)),
        Of(1253, "αοιετσνηυρπκμλςόίάέήύ", c => c is >= 'Ά' and <= 'ώ'),
        Of(1255, "יוהלאתרמבשנ", c => c is >= 'א' and <= 'ת'),
        Of(1256, "اليمنتربوعدسفهكةح", c => c is >= 'ء' and <= 'ي'),
        Of(874, "านรกเงมยลวดทสตะปบคหแจพชขใไโ่้ัีิ", c => c is >= 'ก' and <= '๛'),
        Of(1252, "éèàçêôâîûùäöüßñóíáúãõåøæëï’“”–—«»…€", c => char.IsLetter(c) && c < 0x180, accented: true),
        Of(1250, "ąćęłńóśźżčďěňřšťůžýáéíőűöüĺľ", c => char.IsLetter(c) && c < 0x180, accented: true),
    ];

    /// <summary>A reading of which nothing is known but that its bytes should mean something.</summary>
    public static CharsetReading Unknown(Encoding encoding) => new(encoding, FrozenSet<char>.Empty, char.IsLetter, Accented: false);

    /// <summary>The mean over the characters outside ASCII: 2 for a frequent letter, 0.4 for one that belongs, less than nothing for others.</summary>
    public double Score(byte[] sample)
    {
        var text = Encoding.GetString(sample);
        double sum = 0;
        var count = 0;
        var previous = ' ';
        foreach (var c in text)
        {
            if (c > 0x7F)
            {
                sum += Weight(c, previous);
                count++;
            }
            else if (IsOfAlphabet(previous) && char.IsAsciiLetter(c))
            {
                sum -= 2;
            }
            previous = c;
        }
        if (count == 0)
            return 0;
        // A word or two of another script are too little to tell it from an accent.
        return Accented ? sum / count : sum / Math.Max(count, Telling);
    }

    private double Weight(char c, char previous)
    {
        if (c == '\uFFFD')
            return -6;
        if (c is < '\u00A0' or (>= '\uE000' and <= '\uF8FF'))
            return -3;
        if (Accented && previous > 0x7F && char.IsLetter(c) && char.IsLetter(previous))
            return -1;
        if (char.IsLower(previous) && char.IsUpper(c))
            return -1;
        // No word is half Latin and half Greek; Chinese, Japanese and Korean ones do stand next to Latin letters.
        if (IsOfAlphabet(c) && char.IsAsciiLetter(previous))
            return -1;
        if (Frequent.Contains(c))
            return 2;
        if (Belongs(c))
            return 0.4;
        return IsPunctuation(c) ? 0 : -1;
    }

    /// <summary>Whether a letter is one of an alphabet other than Latin.</summary>
    private bool IsOfAlphabet(char c) => !Accented && c is > '\u02AF' and < '\u1100' && (char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);

    private static CharsetReading Of(int page, string frequent, Func<char, bool> belongs, bool accented = false) =>
        new(CharsetLabels.CodePage(page), frequent.ToFrozenSet(), belongs, accented);

    private const int Telling = 6;

    // The letters that any running text of the language is full of; their order does not matter.
    private const string Cyrillic = "оеаинтсрвлкі";
    private const string Korean = "이다는의에을가고지로한하은를사서기도정인대시아자리어해나제일부국라전으과스보수주상공원장동와구들관미북러조군회선만있했적";
    private const string SimplifiedChinese = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严朝鲜俄罗斯";
    private const string TraditionalChinese = "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指幾九區強放決西被幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器壓志世金增爭濟階油思術極交受聯什認六共權收證改清己美再採轉更單風切打白教速花帶安場身車例真務具萬每目至達走積示議聲報鬥完類八離華名確才科張信馬節話米整空元況今集朝鮮俄羅斯談";
    private const string Japanese = "のにはをたがでてとしれさいるあっなりまこうらもくかすきそよえけせんだおンスルトリアイラーシロクレド日本人年大国会中出月事者一上時政分行生場部東同社立長合地方北朝鮮発表軍相";

    private static bool IsCyrillic(char c) => c is (>= 'А' and <= 'я') or 'ё' or 'Ё' or 'є' or 'Є' or 'ї' or 'Ї' or 'І' or 'ґ' or 'ў';

    private static bool IsHan(char c) => c is >= '一' and <= '\u9FFF';

    private static bool IsKana(char c) => c is >= 'ぁ' and <= 'ヺ';

    private static bool IsPunctuation(char c) => c is (>= '\u2010' and <= '\u2030') or (>= '\u3000' and <= '\u3011') or (>= '！' and <= '？') or '«' or '»' or '№' or '\u00A0' or '·';
}
