namespace NewsMonitor.Detection.Reading;

/// <summary>
/// Tables as scraped pages have them: a line a row, cells between bars. What the heads name, every row under them names too: "Country | Support for Moscow"
/// over "Pyongyang | Shells". Rows say nothing of each other.
/// </summary>
internal static class Tables
{
    // Further than any comma within the row.
    private const int Apart = 4;

    /// <summary>Lends to each row what the heads of its table name. A first row that begins with a name is a row like the others, and no heads.</summary>
    public static void Read(List<Sentence> sentences)
    {
        Sentence? heads = null;
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            if (sentence.Form != SentenceForm.Row)
            {
                heads = null;
                continue;
            }

            var begins = i == 0 || sentences[i - 1].Form != SentenceForm.Row || sentences[i - 1].Line < sentence.Line - 1;
            if (begins)
                heads = BeginsWithName(sentence) ? null : sentence;
            else if (heads is not null && sentence.Line > heads.Line)
                Lend(heads, sentence);
        }
    }

    private static bool BeginsWithName(Sentence sentence)
    {
        var cell = sentence.Text[sentence.Start] == '|' ? sentence.Start + 1 : sentence.Start;
        while (cell < sentence.End && sentence.Text[cell] != '|')
            cell++;
        return sentence.Mentions.Exists(mention => mention.Start < cell);
    }

    private static void Lend(Sentence heads, Sentence row)
    {
        // Heads stand before the row: words and clauses are counted back from its first.
        var words = heads.Tokens.Select(token => token.EndWord).Concat(heads.Mentions.Select(mention => mention.Token.EndWord)).DefaultIfEmpty(0).Max();
        var clauses = heads.Tokens.Select(token => token.Clause).Concat(heads.Mentions.Select(mention => mention.Token.Clause)).DefaultIfEmpty(0).Max();
        row.Tokens.InsertRange(0, heads.Tokens.Where(token => token.Sense.Kind != Vocabulary.SenseKind.Matter).Select(Before));
        row.Mentions.InsertRange(0, heads.Mentions.Select(mention => mention with { Token = Before(mention.Token), Coordination = -1 - mention.Coordination }));

        Token Before(Token token) => token with
        {
            Word = token.Word - words - 1,
            EndWord = token.EndWord - words - 1,
            Clause = token.Clause - clauses - Apart,
        };
    }
}
