using System.Text.RegularExpressions;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>Recognizes what follows the last paragraph in the same markup: who the author is, how to reach him, what to subscribe to.</summary>
internal static partial class ClosingNotes
{
    /// <summary>Short enough that matching needs no time limit, which a busy machine would exceed without any fault of the text.</summary>
    private const double Longest = 450;

    private const double LongestAddress = 200;

    /// <summary>A longer appeal has a link to follow; without one it is the report of an appeal.</summary>
    private const double LongestUnlinked = 140;

    /// <summary>Whether a block at the end of a body is such a note.</summary>
    public static bool IsOne(Block block, IReadOnlyList<string> authors)
    {
        if (block.Weight > Longest || block.Kind is BlockKind.Row or BlockKind.Preformatted) return false;
        if (BeginsWithAuthor(block.Text, authors)) return true;
        if (block.Weight <= LongestAddress && MailAddress().IsMatch(block.Text)) return true;
        return (block.LinkShare > 0 || block.BoldShare > 0.9 || block.Weight <= LongestUnlinked) && Appeals().IsMatch(block.Text);
    }

    private static bool BeginsWithAuthor(string text, IReadOnlyList<string> authors)
    {
        foreach (var author in authors)
        {
            // One word may be anything, and so may begin any sentence.
            if (author.Contains(' ', StringComparison.Ordinal) && text.StartsWith(author, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    [GeneratedRegex(@"\b[\w.+-]+@[\w-]+\.[\w.]{2,}", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex MailAddress();

    [GeneratedRegex(
        @"\b(?:subscribe (?:to|now|here|today)|sign up (?:for|to|here|now|today)|newsletters?|follow (?:us|me|him|her|@|our)|download (?:the|our) app|support (?:us|our)|contact (?:the (?:author|reporter|writer)|staff writer)|reach (?:the|this) (?:reporter|author|writer)s?|write to (?:the author|him|her)|join the conversation|all rights reserved)\b"
        + @"|\b(?:newsletters? (?:an|ab)|abonnieren sie|jetzt abonnieren|folgen sie|hat ihnen (?:dieser|der) (?:artikel|beitrag)|unterstützen sie (?:uns|unsere)|mit einer spende|hier (?:klicken|anmelden)|whatsapp-kanal|melden sie sich)"
        + @"|\b(?:abonnez-vous|inscrivez-vous|suivez-nous|retrouvez-nous|faites un don|soutenez(?:-nous| notre)|téléchargez (?:notre|l['’]appli))"
        + @"|\b(?:suscr[ií]b(?:ete|ase|irse)|síguenos|s[ií]ganos|apúntate|reg[ií]strate|únete a nuestro|descarga (?:la|nuestra) app|bolet[ií]n(?:es)? (?:diario|semanal))"
        + @"|\b(?:подпис(?:ывайтесь|ывайся|аться|итесь)|читайте нас|следите за|наш(?:ем)? (?:telegram|телеграм)|присоединяйтесь|поддержите|підпис(?:уйтесь|уйся|атися|атись)|читайте нас|наш(?:ому)? (?:telegram|телеграм)|приєднуйтесь|долучайтеся|підтримайте)"
        + @"|メールマガジン|メルマガ|フォロー(?:して|する|お願い)|購読(?:は|する)|お問い合わせ|订阅(?:我们|本)|訂閱(?:我們|本)|关注我们|追蹤我們|扫(?:码|描)|微信公众号|下載.{0,6}APP|구독(?:하기|신청)|뉴스레터|제보(?:하기|는|전화)|무단\s?전재|앱 다운로드",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Appeals();
}
