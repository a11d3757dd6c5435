namespace NewsMonitor.Matches;

/// <summary>Walks an excerpt as it is shown: piece by piece, each marked or not.</summary>
internal static class QuotePieces
{
    /// <summary>The pieces in order; together they are the excerpt's text.</summary>
    public static IEnumerable<(string Text, bool Marked)> Of(Excerpt excerpt)
    {
        var at = 0;
        foreach (var mark in excerpt.Marks)
        {
            if (mark.Start > at)
                yield return (excerpt.Text[at..mark.Start], false);
            yield return (excerpt.Text[mark.Start..mark.End], true);
            at = mark.End;
        }

        if (at < excerpt.Text.Length)
            yield return (excerpt.Text[at..], false);
    }
}
