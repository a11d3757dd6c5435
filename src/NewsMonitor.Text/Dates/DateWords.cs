using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsMonitor.Text.Dates;

/// <summary>The words that dates are written with, in lower case, with and without their accents.</summary>
internal static class DateWords
{
    private const int LongestWord = 16;

    /// <summary>The month from 1 to 12 that a word names in any of the languages, or 0.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[LongestWord];
        return Fold(word, folded, out var length) && Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..length], out var month) ? month : 0;
    }

    /// <summary>+1 for a word of the afternoon, -1 for one of the morning, otherwise 0.</summary>
    public static int HalfOfDay(ReadOnlySpan<char> word) => word switch
    {
        "오후" or "μμ" or "ΜΜ" => 1,
        "오전" or "πμ" or "ΠΜ" => -1,
        _ when word.Equals("pm", StringComparison.OrdinalIgnoreCase) => 1,
        _ when word.Equals("am", StringComparison.OrdinalIgnoreCase) => -1,
        _ => 0,
    };

    /// <summary>Whether a word may stand between the day and the month or the month and the year: <c>23 de noviembre de 2026</c>.</summary>
    public static bool IsJoint(ReadOnlySpan<char> word) => word switch
    {
        "of" or "de" or "del" or "do" or "di" or "d" => true,
        "st" or "nd" or "rd" or "th" or "er" or "го" or "е" or "ое" or "º" or "ª" => true,
        _ => false,
    };

    /// <summary>Whether a word marks the hour: <c>14h05</c>, <c>14시 05분</c>.</summary>
    public static bool IsHour(ReadOnlySpan<char> word) => word is "h" or "H" or "時" or "时" or "点" or "點" or "시";

    /// <summary>Whether a word says that the number before it is a time although only a point divides it: <c>14.05 Uhr</c>.</summary>
    public static bool IsClock(ReadOnlySpan<char> word) => word is "Uhr" or "uhr" or "UHR" or "hrs" or "Hrs" or "h" or "ч" or "год";

    private static bool Fold(ReadOnlySpan<char> word, Span<char> folded, out int length)
    {
        length = 0;
        if (word.Length > LongestWord)
            return false;
        foreach (var c in word)
        {
            if (char.IsAscii(c) || char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded[length++] = c is 'İ' or 'ı' ? 'i' : char.ToLowerInvariant(c);
        }
        return true;
    }

    private static string WithoutAccents(string word) =>
        string.Concat(word.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).Replace('ı', 'i');

    private static FrozenDictionary<string, int> Index()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var language in Names)
        {
            var columns = language.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var month = 0; month < columns.Length; month++)
            {
                foreach (var name in columns[month].Split('|'))
                {
                    months.TryAdd(name, month + 1);
                    months.TryAdd(WithoutAccents(name), month + 1);
                }
            }
        }
        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // One line a language, twelve columns a line, spellings divided by a bar: full names in the cases that dates use, then abbreviations.
    // Croatian and Slovene month names are left out: their listopad is October, the Polish and Czech one November.
    private static readonly string[] Names =
    [
        "january|jan february|feb|febr march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec",
        "января|январь|янв февраля|февраль|фев|февр марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сен|сент октября|октябрь|окт ноября|ноябрь|ноя|нояб декабря|декабрь|дек",
        "січня|січень|січ лютого|лютий|лют березня|березень|бер квітня|квітень|кві|квіт травня|травень|тра|трав червня|червень|чер|черв липня|липень|лип серпня|серпень|сер|серп вересня|вересень|вер жовтня|жовтень|жов|жовт листопада|листопад|лис|лист грудня|грудень|гру|груд",
        "студзеня|студзень|сту лютага|люты сакавіка|сакавік|сак красавіка|красавік|кра мая|май чэрвеня|чэрвень|чэр ліпеня|ліпень|ліп жніўня|жнівень|жні верасня|верасень кастрычніка|кастрычнік|кас лістапада|лістапад|ліс снежня|снежань|сне",
        "януари|яну февруари|фев март|мар април|апр май юни юли август|авг септември|сеп|септ октомври|окт ноември|ное декември|дек",
        "јануар|јан фебруар|феб март|мар април|апр мај јун|јуни јул|јули август|авг септембар|сеп октобар|окт новембар|нов децембар|дец",
        "januar|jan februar|feb mart|mar april|apr maj jun|juni jul|juli avgust|avg septembar|sep oktobar|okt novembar|nov decembar|dec",
        "januar|jan|jänner|jän februar|feb|feber märz|mär|mrz|maerz april|apr mai juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov dezember|dez",
        "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep|sept oktober|okt november|nov december|dec",
        "januar|jan februar|feb marts|mar april|apr maj|mai juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov december|desember|dec|des",
        "januari|jan februari|feb mars|mar april|apr maj juni|jun juli|jul augusti|aug september|sep|sept oktober|okt november|nov december|dec",
        "tammikuuta|tammikuu|tammi helmikuuta|helmikuu|helmi maaliskuuta|maaliskuu|maalis huhtikuuta|huhtikuu|huhti toukokuuta|toukokuu|touko kesäkuuta|kesäkuu|kesä heinäkuuta|heinäkuu|heinä elokuuta|elokuu|elo syyskuuta|syyskuu|syys lokakuuta|lokakuu|loka marraskuuta|marraskuu|marras joulukuuta|joulukuu|joulu",
        "jaanuar|jaan veebruar|veebr märts aprill|apr mai juuni juuli august|aug september|sept oktoober|okt november|nov detsember|dets",
        "janvāris|janvārī|janv februāris|februārī|febr marts|martā aprīlis|aprīlī|apr maijs|maijā jūnijs|jūnijā|jūn jūlijs|jūlijā|jūl augusts|augustā|aug septembris|septembrī|sept oktobris|oktobrī|okt novembris|novembrī|nov decembris|decembrī|dec",
        "sausio|sausis vasario|vasaris kovo|kovas balandžio|balandis gegužės|gegužė birželio|birželis liepos|liepa rugpjūčio|rugpjūtis rugsėjo|rugsėjis spalio|spalis lapkričio|lapkritis gruodžio|gruodis",
        "stycznia|styczeń|sty lutego|luty|lut marca|marzec|mar kwietnia|kwiecień|kwi maja|maj czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz października|październik|paź listopada|listopad|lis grudnia|grudzień|gru",
        "ledna|leden února|únor|úno března|březen|bře dubna|duben|dub května|květen|kvě června|červen|čvn července|červenec|čvc srpna|srpen|srp září|zář října|říjen|říj listopadu|listopad|lis prosince|prosinec",
        "januára|január februára|február marca|marec apríla|apríl mája|máj júna|jún júla|júl augusta|august septembra|september októbra|október novembra|november decembra|december",
        "január|jan február|febr|feb március|márc|már április|ápr május|máj június|jún július|júl augusztus|aug szeptember|szept|szep október|okt november|nov december|dec",
        "ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|sept|sep octombrie|oct noiembrie|nov|noi decembrie|dec",
        "janvier|janv|jan février|févr|fév mars avril|avr mai juin juillet|juil|jui août|aoû septembre|sept|sep octobre|oct novembre|nov décembre|déc",
        "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sept|sep|set octubre|oct noviembre|nov diciembre|dic",
        "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez",
        "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set|sett ottobre|ott novembre|nov dicembre|dic",
        "gener|gen febrer|febr març|mar abril|abr maig juny|jun juliol|jul agost|ag setembre|set octubre|oct novembre|nov desembre|des",
        "ocak|oca şubat|şub mart|mar nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara",
        "yanvar|yan fevral|fev mart|mar aprel|apr may iyun|iyn iyul|iyl avqust|avq sentyabr|sen oktyabr|okt noyabr|noy dekabr|dek",
        "ιανουαρίου|ιανουάριος|ιαν φεβρουαρίου|φεβρουάριος|φεβ μαρτίου|μάρτιος|μάρ|μαρ απριλίου|απρίλιος|απρ μαΐου|μαίου|μάιος|μάι|μαϊ|μαΐ ιουνίου|ιούνιος|ιούν|ιον ιουλίου|ιούλιος|ιούλ|ιολ αυγούστου|αύγουστος|αύγ|αυγ σεπτεμβρίου|σεπτέμβριος|σεπ|σεπτ οκτωβρίου|οκτώβριος|οκτ νοεμβρίου|νοέμβριος|νοέ|νοε δεκεμβρίου|δεκέμβριος|δεκ",
        "januari|jan februari|feb maret|mar april|apr mei juni|jun juli|jul agustus|agu|agt september|sep oktober|okt november|nov desember|des",
        "يناير فبراير مارس أبريل|ابريل|إبريل مايو يونيو|يونيه يوليو|يوليه أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر",
        "ינואר|בינואר|ינו פברואר|בפברואר|פבר מרץ|במרץ|מרס אפריל|באפריל|אפר מאי|במאי יוני|ביוני|יונ יולי|ביולי|יול אוגוסט|באוגוסט|אוג ספטמבר|בספטמבר|ספט אוקטובר|באוקטובר|אוק נובמבר|בנובמבר|נוב דצמבר|בדצמבר|דצמ",
        "იანვარი|იან თებერვალი|თებ მარტი|მარ აპრილი|აპრ მაისი|მაი ივნისი|ივნ ივლისი|ივლ აგვისტო|აგვ სექტემბერი|სექ ოქტომბერი|ოქტ ნოემბერი|ნოე დეკემბერი|დეკ",
        "հունվարի|հունվար|հնվ փետրվարի|փետրվար|փտվ մարտի|մարտ|մրտ ապրիլի|ապրիլ|ապր մայիսի|մայիս|մյս հունիսի|հունիս|հնս հուլիսի|հուլիս|հլս օգոստոսի|օգոստոս|օգս սեպտեմբերի|սեպտեմբեր|սեպ հոկտեմբերի|հոկտեմբեր|հոկ նոյեմբերի|նոյեմբեր|նոյ դեկտեմբերի|դեկտեմբեր|դեկ",
        "जनवरी|जन फरवरी|फ़रवरी|फर मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
    ];

    private static readonly FrozenDictionary<string, int> Months = Index();
}
