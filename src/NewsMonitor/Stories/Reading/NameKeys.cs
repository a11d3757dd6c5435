using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsMonitor.Stories.Reading;

/// <summary>
/// Keys that a proper name has in every alphabet it is written in: its consonants in seven classes (lips, teeth, throat, hiss, l or r, m, n), vowels and
/// h dropped. <c>Kursk</c>, <c>Курск</c>, <c>쿠르스크</c> and <c>クルスク</c> are all <c>klsk</c>.
/// </summary>
internal static partial class NameKeys
{
    /// <summary>Shorter keys are shared by too many names.</summary>
    private const int Shortest = 3;

    private const int FirstSyllable = 0xAC00;
    private const int SyllablesOfOnset = 588;
    private const int Codas = 28;

    // The syllables by which Korean writes a consonant that no vowel follows: they mark a foreign name.
    private static readonly SearchValues<char> LoanSyllables = SearchValues.Create("크르스프브트드츠즈그");

    /// <summary>The keys of the names in a text, each with its offset.</summary>
    public static IEnumerable<(string Key, int Start)> Of(string text, string? language) => language switch
    {
        "ko" => Long(HangulWord().Matches(text).Where(match => match.ValueSpan.ContainsAny(LoanSyllables)), OfHangul),
        "ja" => Long(KatakanaWord().Matches(text), OfKatakana),
        "zh" or null => [],
        _ => Long(Capitalized().Matches(text).Where(match => !BeginsSentence(text, match.Index)), word => OfLetters(word, language)),
    };

    /// <summary>Designations of letters and digits, such as <c>KN-23</c> or <c>Ил-76</c>: the same in every language.</summary>
    public static IEnumerable<string> Designations(string text) => Designation().Matches(text)
        .Select(match => OfLetters(match.Groups["letters"].Value, "en") + match.Groups["digits"].Value);

    private static IEnumerable<(string Key, int Start)> Long(IEnumerable<Match> words, Func<string, string> key) =>
        words.Select(word => (Key: key(word.Value), Start: word.Index)).Where(name => name.Key.Length >= Shortest);

    private static bool BeginsSentence(string text, int at)
    {
        for (at--; at >= 0 && text[at] is ' ' or '"' or '“' or '«' or '„' or '(' or '\''; at--)
        {
        }

        return at < 0 || text[at] is '.' or '!' or '?' or '\n' or ':';
    }

    private static string OfLetters(string word, string language)
    {
        var key = new StringBuilder();
        var plain = word.Normalize(NormalizationForm.FormD).ToLowerInvariant();
        for (var i = 0; i < plain.Length; i++)
        {
            var next = i + 1 < plain.Length ? plain[i + 1] : ' ';
            if (char.IsAsciiLetter(plain[i]))
                i += AddLatin(key, plain[i], next, language);
            else if (CharUnicodeInfo.GetUnicodeCategory(plain[i]) is not UnicodeCategory.NonSpacingMark)
                Add(key, Cyrillic(plain[i]));
        }

        return key.ToString();
    }

    /// <summary>Adds a letter or a pair of them; gives how many of what follows were taken.</summary>
    private static int AddLatin(StringBuilder key, char letter, char next, string language)
    {
        switch (letter, next)
        {
            case ('s' or 'c' or 'z', 'h'):
            case ('t', 's' or 'z'):
                Add(key, 's');
                return 1;
            case ('k', 'h'):
                return 1;
            case ('p' or 't', 'h'):
            case ('c', 'k'):
            case ('n', 'g'):
                Add(key, Latin(letter, next, language));
                return 1;
            case ('x', _):
                Add(key, 'k');
                Add(key, 's');
                return 0;
            default:
                Add(key, Latin(letter, next, language));
                return 0;
        }
    }

    private static char Latin(char letter, char next, string language) => letter switch
    {
        'b' or 'p' or 'f' or 'v' or 'w' => 'p',
        'd' or 't' => 't',
        'c' when next is 'e' or 'i' or 'y' => 's',
        'g' or 'k' or 'q' or 'c' => 'k',
        's' or 'z' => 's',
        'j' => language switch { "de" => '.', "es" => '.', _ => 's' },
        'l' or 'r' => 'l',
        'm' => 'm',
        'n' => 'n',
        _ => '.',
    };

    private static char Cyrillic(char letter) => letter switch
    {
        'б' or 'п' or 'ф' or 'в' => 'p',
        'д' or 'т' => 't',
        'г' or 'ґ' or 'к' => 'k',
        'с' or 'з' or 'ж' or 'ш' or 'щ' or 'ч' or 'ц' => 's',
        'л' or 'р' => 'l',
        'м' => 'm',
        'н' => 'n',
        _ => '.',
    };

    private static string OfHangul(string word)
    {
        var key = new StringBuilder();
        foreach (var syllable in Particle().Replace(word, ""))
        {
            var index = syllable - FirstSyllable;
            Add(key, Onset(index / SyllablesOfOnset));
            Add(key, Coda(index % Codas));
        }

        return key.ToString();
    }

    // In the order of Unicode: ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ.
    private static char Onset(int index) => "kknttlmppss.sssktp."[index];

    private static char Coda(int index) => index switch
    {
        1 or 2 or 3 or 9 or 24 => 'k',
        4 or 5 or 6 or 21 => 'n',
        10 or 16 => 'm',
        7 or 19 or 20 or 22 or 23 or 25 or 27 => 't',
        8 or 11 or 12 or 13 or 14 or 15 => 'l',
        17 or 18 or 26 => 'p',
        _ => '.',
    };

    private static string OfKatakana(string word)
    {
        var key = new StringBuilder();
        foreach (var sign in word)
            Add(key, Katakana(sign));
        return key.ToString();
    }

    private static char Katakana(char sign) => sign switch
    {
        >= 'カ' and <= 'ゴ' => 'k',
        >= 'サ' and <= 'ゾ' or 'チ' or 'ヂ' or 'ツ' or 'ヅ' => 's',
        >= 'タ' and <= 'ド' and not 'ッ' => 't',
        >= 'ナ' and <= 'ノ' or 'ン' => 'n',
        >= 'マ' and <= 'モ' => 'm',
        'フ' or 'バ' or 'パ' or 'ビ' or 'ピ' or 'ブ' or 'プ' or 'ベ' or 'ペ' or 'ボ' or 'ポ' or 'ヴ' or 'ワ' => 'p',
        >= 'ラ' and <= 'ロ' => 'l',
        _ => '.',
    };

    private static void Add(StringBuilder key, char sound)
    {
        if (sound != '.' && (key.Length == 0 || key[^1] != sound))
            key.Append(sound);
    }

#pragma warning disable MA0009 // Nothing in them repeats what repeats: they take time in proportion to the text.
    [GeneratedRegex(@"(?<!\w)\p{Lu}[\p{L}\p{M}'’-]{2,}")]
    private static partial Regex Capitalized();

    [GeneratedRegex("[가-힣]{3,}")]
    private static partial Regex HangulWord();

    [GeneratedRegex("(?<=..)(?:에서|에게|으로|까지|부터|에|의|은|는|이|가|을|를|과|와|도|로)$")]
    private static partial Regex Particle();

    [GeneratedRegex("[ァ-ヴー]{3,}")]
    private static partial Regex KatakanaWord();

    [GeneratedRegex(@"(?<!\w)(?<letters>\p{Lu}\p{L}{0,9})[-–‑](?<digits>[0-9]{1,4})(?![0-9])")]
    private static partial Regex Designation();
#pragma warning restore MA0009
}
