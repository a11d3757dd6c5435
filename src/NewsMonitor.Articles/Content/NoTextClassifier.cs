using NewsMonitor.Articles.Metadata;
using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Content;

/// <summary>Says why a page has no article text, or that it has.</summary>
internal static class NoTextClassifier
{
    /// <summary>Shorter texts are looked at twice.</summary>
    private const double ShortText = 600;

    private static readonly string[] Challenge =
    [
        "verify you are human", "verifying you are human", "are you a robot", "checking your browser", "enable javascript and cookies to continue", "unusual traffic", "captcha", "ddos protection",
        "security check", "access denied", "you have been blocked", "request unsuccessful", "just a moment", "подтвердите, что вы не робот", "вы не робот", "ich bin kein roboter", "vous n'êtes pas un robot",
        "no eres un robot", "请完成安全验证", "人机验证", "로봇이 아닙니다",
    ];

    private static readonly string[] Consent =
    [
        "we value your privacy", "your privacy choices", "before you continue", "accept all cookies", "we and our partners", "manage your consent", "consent to the use", "we use cookies", "wir benötigen ihre zustimmung",
        "mit werbung weiterlesen", "cookies zustimmen", "ihre privatsphäre", "nous respectons votre vie privée", "accepter et continuer", "continuer sans accepter", "nos partenaires", "valoramos tu privacidad", "aceptar y continuar",
        "el uso de cookies", "nuestros socios", "мы используем файлы cookie", "ми використовуємо файли cookie", "クッキー", "쿠키",
        "personal data", "our partners", "personenbezogene daten", "unsere partner", "einwilligung", "données personnelles", "votre consentement", "datos personales", "su consentimiento", "tu consentimiento",
        "персональных данных", "согласие на", "файлы cookie", "персональних даних", "згоду на", "файли cookie", "個人データ", "同意する", "パートナー企業", "我们使用cookie", "您的隐私", "个人数据", "개인정보", "동의하고 계속",
    ];

    private static readonly string[] Missing =
    [
        "page not found", "404", "not found", "no longer available", "does not exist", "doesn't exist", "can't be found", "seite nicht gefunden", "nicht gefunden", "page introuvable", "n'existe pas", "página no encontrada", "no existe",
        "страница не найдена", "не найдена", "сторінку не знайдено", "не знайдено", "页面不存在", "找不到", "ページが見つかりません", "見つかりません", "페이지를 찾을 수 없습니다", "찾을 수 없", "pagina non trovata", "strona nie istnieje",
    ];

    private static readonly string[] Login =
    [
        "sign in", "log in", "login", "anmelden", "einloggen", "se connecter", "connexion", "iniciar sesión", "войти", "вход", "увійти", "вхід", "登录", "登入", "ログイン", "로그인",
    ];

    private static readonly string[] Subscribe =
    [
        "subscribe to continue", "to continue reading", "subscribers only", "for subscribers", "subscribe now", "already a subscriber", "become a subscriber", "weiterlesen mit", "jetzt abonnieren", "nur für abonnenten", "réservé aux abonnés",
        "abonnez-vous", "solo para suscriptores", "suscríbete", "подпишитесь, чтобы", "для подписчиков", "передплат", "有料会員", "会員限定", "订阅后", "구독자 전용", "유료회원",
    ];

    private static readonly string[] ScriptsWanted =
    [
        "enable javascript", "javascript is disabled", "requires javascript", "need to enable javascript", "javascript aktivieren", "activer javascript", "habilitar javascript", "включите javascript", "увімкніть javascript", "javascriptを有効", "启用javascript",
    ];

    /// <summary>The reason, or null where <paramref name="body"/> is an article's text.</summary>
    public static NoTextReason? Classify(PageOutline page, JsonLd declared, IReadOnlyList<Block> body, string title)
    {
        var weight = body.Sum(block => block.Weight);
        var prose = body.Where(block => block.Weight >= 40 && block.LinkShare < 0.5).Sum(block => block.Weight);
        var describesArticle = declared.Types.Any(type => type.EndsWith("Article", StringComparison.Ordinal)) || page.Facts.Meta("og:type") is "article";
        if (!describesArticle && IsOtherPage(page, body, weight) is { } other) return other;
        if (weight > ShortText && prose > weight / 2) return null;

        var shown = Lowered(page, title);
        if (IsAny(shown, Challenge) && weight < ShortText && !describesArticle) return NoTextReason.BotChallenge;
        if (IsAny(title.ToLowerInvariant(), Missing)) return NoTextReason.NotFound;
        if ((!describesArticle || prose < 200) && IsAny(Lowered(body), Consent)) return NoTextReason.ConsentWall;
        if (page.Facts.AsksForPassword && IsAny(title.ToLowerInvariant(), Login)) return NoTextReason.LoginPage;
        if (prose >= 80) return null;

        if (IsAny(shown, Consent) && !describesArticle) return NoTextReason.ConsentWall;
        if (declared.IsFree == false || IsAny(shown, Subscribe)) return NoTextReason.Paywall;
        if (declared.Types.Contains("VideoObject") || page.Facts.Meta("og:type")?.StartsWith("video", StringComparison.Ordinal) == true || page.Facts.Players > 0) return NoTextReason.VideoPage;
        if (page.Facts.AsksForPassword) return NoTextReason.LoginPage;
        if (IsAny(shown, Missing)) return NoTextReason.NotFound;
        if (page.Sections.Length > 0 && page.Sections[0].Weight < 400 && (page.Facts.Scripts > 0 || IsAny(shown, ScriptsWanted))) return NoTextReason.ScriptOnly;
        return page.Sections.Length > 0 && page.Sections[0].LinkDensity > 0.5 ? NoTextReason.IndexPage : NoTextReason.NoArticle;
    }

    /// <summary>What has as much prose as an article and is none: a long question about cookies, a list of other articles with a line or two of each.</summary>
    private static NoTextReason? IsOtherPage(PageOutline page, IReadOnlyList<Block> body, double weight)
    {
        const double LongestQuestion = 6000;
        const int FewestCards = 5;
        if (weight < LongestQuestion && Lowered(body) is var text && Consent.Count(phrase => text.Contains(phrase, StringComparison.Ordinal)) >= 2) return NoTextReason.ConsentWall;
        if (body.Count == 0) return null;
        var (cards, paragraphs) = (0, 0);
        foreach (var block in page.Blocks)
        {
            if (block.Index < body[0].Index - 1 || block.Index > body[^1].Index) continue;
            if (block is { Kind: BlockKind.Heading, LinkShare: > 0.9 }) cards++;
            else if (block.IsProse && cards == 0) return null; // An article that lists others begins with words of its own.
            else if (block.IsProse) paragraphs++;
        }
        return cards >= FewestCards && paragraphs <= cards * 2 ? NoTextReason.IndexPage : null;
    }

    private static bool IsAny(string text, string[] phrases) => phrases.Any(phrase => text.Contains(phrase, StringComparison.Ordinal));

    private static string Lowered(PageOutline page, string title)
    {
        const int Enough = 60;
        return title.ToLowerInvariant() + "\n" + string.Join('\n', page.Blocks.Take(Enough).Select(block => block.Text.ToLowerInvariant()));
    }

    private static string Lowered(IEnumerable<Block> blocks) => string.Join('\n', blocks.Select(block => block.Text.ToLowerInvariant()));
}
