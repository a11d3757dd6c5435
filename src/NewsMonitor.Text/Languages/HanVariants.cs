using System.Buffers;

namespace NewsMonitor.Text.Languages;

/// <summary>Tells Japanese from Chinese where a headline has no kana, by the characters that one of them reformed and the other did not.</summary>
internal static class HanVariants
{
    private static readonly SearchValues<char> Japanese = SearchValues.Create("対発戦権売駅沢広応実県続鉄価変満厳覚検験顔収拡挙圏済浄縄触図専帯滞択団弾遅庁聴脳拝込働畑枠塩仮毎巻辺桜栄営絵歩両獣恵斎剤渋奨譲粛醸銭摂繊蔵臓単氷仏労楽薬訳読釈");

    private static readonly SearchValues<char> Chinese = SearchValues.Create("们这对发战权说门为与时间问题报导总统长军队乌东应该认议选举协议员进还过从给让没么网络谁哪岁您經濟國際發戰權說對這們報導總統與為應該認議選舉協員進還過從給讓沒麼網絡區後來個條");

    public static bool IsJapanese(ReadOnlySpan<char> text) => Count(text, Japanese) > Count(text, Chinese);

    private static int Count(ReadOnlySpan<char> text, SearchValues<char> characters)
    {
        var count = 0;
        for (var at = text.IndexOfAny(characters); at >= 0; at = text.IndexOfAny(characters))
        {
            count++;
            text = text[(at + 1)..];
        }
        return count;
    }
}
