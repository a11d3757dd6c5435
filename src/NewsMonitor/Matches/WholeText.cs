namespace NewsMonitor.Matches;

/// <summary>Text without lone surrogates, which UTF-8 cannot hold.</summary>
internal static class WholeText
{
    /// <summary>The text itself where it is whole; else every lone surrogate becomes U+FFFD, one unit for one unit, so that offsets stay right.</summary>
    public static string Of(string text)
    {
        if (IsWhole(text))
            return text;
        return string.Create(text.Length, text, static (units, source) =>
        {
            source.CopyTo(units);
            for (var i = 0; i < units.Length; i++)
            {
                if (i + 1 < units.Length && char.IsSurrogatePair(units[i], units[i + 1]))
                    i++;
                else if (char.IsSurrogate(units[i]))
                    units[i] = '\ufffd';
            }
        });
    }

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsSurrogatePair(text, i))
                return false;
            i++;
        }

        return true;
    }
}
