using System.Text.RegularExpressions;
using NewsMonitor.Articles.Pages;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Articles.Metadata;

/// <summary>Finds the dates that a page shows for its article: in elements named for them and in lines at the headline or under the text.</summary>
internal sealed partial class ShownDates(Placement place, DateOrder order)
{
    private const int NearAbove = 4;
    private const int NearBelow = 12;
    private const int Under = 8;
    private const int SignedUnder = 15;
    private const int LongestNote = 200;

    /// <summary>How much may stand beside a date in a line that says nothing else of it: a name, a place, a time.</summary>
    private const int LongestCompany = 40;
    private const int LongestLine = 60;
    private const int LongestLedLine = 140;
    private const int MostDates = 4;

    private readonly List<ShownDate> _found = [];

    /// <summary>The dates, those first that are the likeliest to be this article's.</summary>
    public static List<ShownDate> Find(PageOutline page, Placement place, DateOrder order)
    {
        var dates = new ShownDates(place, order);
        foreach (var note in page.Facts.Times) dates.TakeElement(note);
        for (var i = Math.Max(0, place.Top - NearAbove); i < Math.Min(page.Blocks.Length, place.Top + NearBelow); i++) dates.TakeLine(page.Blocks[i]);
        for (var i = Math.Max(place.End, place.Top + NearBelow); i < Math.Min(page.Blocks.Length, place.End + SignedUnder); i++) dates.TakeLine(page.Blocks[i]);
        return [.. dates._found.OrderByDescending(date => date.Strength)];
    }

    private void TakeElement(NamedText note)
    {
        var strength = StrengthAt(note.Block, note.Section);
        if (strength <= 0) return;
        var named = note.Name.Contains("datePublished", StringComparison.OrdinalIgnoreCase) ? DateMeaning.Published
            : note.Name.Contains("dateModified", StringComparison.OrdinalIgnoreCase) ? DateMeaning.Changed
            : NamedPublished().IsMatch(note.Name) ? DateMeaning.Published
            : NamedChanged().IsMatch(note.Name) ? DateMeaning.Changed : DateMeaning.Unsaid;
        if (named == DateMeaning.Published) strength++;
        if (note.Machine is { } machine && MachineDate.Read(machine, order) is { } exact)
        {
            Add(exact, MeaningOf(note.Text, named), strength + 1);
            return;
        }
        if (note.Text.Length is > 5 and < LongestNote) TakeDates(note.Text, named, strength);
    }

    private void TakeLine(Block block)
    {
        var text = block.Text;
        if (block.Index == place.Headline || text.Length < 6) return;
        if (text.Length > LongestLedLine) text = text[..LongestLedLine];
        if (DateReader.Locate(text, order) is not { } date) return;
        var (at, length) = date.GetOffsetAndLength(text.Length);
        var led = at <= 3 || Published().IsMatch(text) || Changed().IsMatch(text);
        var signs = block.Index >= place.End && (Signed().IsMatch(text) || Byline.IsLed(text));
        if (block.Text.Length > LongestNote && at > 3 && !signs) return;
        if (!led && !signs && text.Length - length > LongestCompany) return;
        if (at <= 3 && !signs && text.Length - length > LongestLine && !OpensLine().IsMatch(text.AsSpan(at + length))) return;
        TakeDates(text, DateMeaning.Unsaid, StrengthAt(block.Index, block.Section) + (signs ? 1 : -1));
    }

    /// <summary>Every date of a text with the word that stands before it.</summary>
    private void TakeDates(string text, DateMeaning otherwise, int strength)
    {
        var from = 0;
        for (var i = 0; i < MostDates && DateReader.Locate(text.AsSpan(from), order) is { } where; i++)
        {
            if (DateReader.FindWritten(text.AsSpan(from), order) is { } written) Add(written, MeaningOf(text.AsSpan(from, where.Start.Value), otherwise), strength);
            from += where.End.Value;
        }
    }

    private void Add(WrittenDate written, DateMeaning meaning, int strength)
    {
        if (strength > 0 && MachineDate.IsPlausible(written.Date)) _found.Add(new ShownDate(written, meaning, strength + (meaning == DateMeaning.Published ? 1 : 0)));
    }

    private static DateMeaning MeaningOf(ReadOnlySpan<char> before, DateMeaning otherwise) =>
        Copyright().IsMatch(before) || Changed().IsMatch(before) ? DateMeaning.Changed : Published().IsMatch(before) ? DateMeaning.Published : otherwise;

    private int StrengthAt(int block, Section section)
    {
        for (var around = section; around is not null; around = around.Parent)
        {
            if (around.Evidence.HasAny(NameEvidence.Comments) || around.Tag is "footer" or "nav" && around.Depth < 8) return 0;
        }
        var below = block - place.Top;
        if (below < -NearBelow) return 1;
        if (below < -NearAbove) return 2;
        if (below < 0) return 4;
        if (block <= Math.Max(place.Start + 1, place.Top + 3)) return 5;
        if (below <= NearBelow) return 4;
        if (block >= place.End) return block <= place.End + Under ? 2 : block <= place.End + SignedUnder ? 1 : 0;
        return 2;
    }

    private const string ChangedWords =
        @"updated?|modified|edited|revised|reviewed|last change|aktualisiert|geändert|bearbeitet|überarbeitet|mis[e]? à jour|modifiée?|actualizad[oa]|modificad[oa]|actualización|atualizad[oa]|aggiornat[oa]|обновлен[оа]|обновлён|изменен[оа]|оновлен[оа]|змінен[оа]|güncelle\w*|uppdatera[dt]|oppdatert|opdateret|zaktualizowan[oa]|aktualizacja|bijgewerkt";

    [GeneratedRegex(@"\b(?:" + ChangedWords + @")\b|更新|修正|最終|最后修改|최종|수정", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Changed();

    [GeneratedRegex(@"\b(?:published|posted|created|first published|originally|released|issued|veröffentlicht|erschienen|erstellt|online seit|publiée?|parue?|mis en ligne|publicad[oa]|pubblicat[oa]|creado|опубликован[оа]|дата публикации|опублікован[оа]|дата публікації|yayınlanma|publicerad|publisert|udgivet|opublikowan[oa]|gepubliceerd|diterbitkan)\b|发布|發布|发表|發表|公開|配信|掲載|投稿|입력|등록|게시|승인", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Published();

    /// <summary>A sentence under a text that tells when it was written.</summary>
    [GeneratedRegex(@"\b(?:published|posted|written|entry|filed|veröffentlicht|geschrieben|erstellt|eingetragen|verfasst|abgelegt|publié|écrit|publicad[oa]|escrit[oa]|опубликован|написан|опубліковано)\w*\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Signed();

    /// <summary>What divides a date from the text it stands before, or a time.</summary>
    [GeneratedRegex(@"^\s*[-–—|,:•·/]|^\s*\(?\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpensLine();

    [GeneratedRegex(@"©|\(c\)|copyright", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"publi|posted|pubdate|created|erstell|release", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamedPublished();

    [GeneratedRegex(@"modif|updat|chang|edited|aktualis|revis", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamedChanged();
}
