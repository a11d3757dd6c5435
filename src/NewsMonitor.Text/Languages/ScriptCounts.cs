namespace NewsMonitor.Text.Languages;

/// <summary>Writing systems that the identification tells apart.</summary>
internal enum Script
{
    None,
    Latin,
    Cyrillic,
    Hangul,
    Kana,
    Han,
    Other,
}

/// <summary>How many letters of each script a text has.</summary>
internal readonly record struct ScriptCounts(int Latin, int Cyrillic, int Hangul, int Kana, int Han, int Other)
{
    /// <summary>An ideograph or a syllable says about as much as this many letters.</summary>
    private const int DenseWeight = 3;

    public static ScriptCounts Of(ReadOnlySpan<char> text)
    {
        int latin = 0, cyrillic = 0, hangul = 0, kana = 0, han = 0, other = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case < '\u0250':
                    if (char.IsLetter(c)) latin++;
                    break;
                case >= '\u0400' and <= '\u052F':
                    cyrillic++;
                    break;
                case >= '\u1E00' and <= '\u1EFF':
                    latin++;
                    break;
                case >= '\u3041' and <= '\u309F' or >= '\u30A1' and <= '\u30FA':
                    kana++;
                    break;
                case >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF' or >= '\u3131' and <= '\u318E':
                    hangul++;
                    break;
                case >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF':
                    han++;
                    break;
                default:
                    if (char.IsLetter(c)) other++;
                    break;
            }
        }
        return new ScriptCounts(latin, cyrillic, hangul, kana, han, other);
    }

    /// <summary>The script the text is written in; kana and Han together are <see cref="Script.Kana"/> where kana are more than a quotation.</summary>
    public Script Dominant()
    {
        var ideographic = (Kana + Han) * DenseWeight;
        var syllabic = Hangul * DenseWeight;
        var most = Math.Max(Math.Max(Math.Max(Latin, Cyrillic), Math.Max(ideographic, syllabic)), Other);
        if (most == 0) return Script.None;
        if (most == syllabic) return Script.Hangul;
        if (most == ideographic) return Kana * 12 >= Han && Kana > 0 ? Script.Kana : Script.Han;
        if (most == Cyrillic) return Script.Cyrillic;
        return most == Latin ? Script.Latin : Script.Other;
    }
}
