using System.Text.RegularExpressions;

namespace NewsMonitor.Articles.Content;

/// <summary>Sentences and labels that every site puts around its articles, in the languages read here and their neighbors.</summary>
internal static partial class BoilerplatePhrases
{
    /// <summary>Short enough that matching needs no time limit, which a busy machine would exceed without any fault of the text.</summary>
    private const int LongestLabel = 160;

    /// <summary>Whether a block introduces or is something beside the article: a link to another, an offer, a notice, a credit.</summary>
    public static bool IsLabel(string text) => text.Length <= LongestLabel && (Others().IsMatch(text) || Notices().IsMatch(text));

    /// <summary>Whether a block introduces other articles, so that the box around it holds no text of this one.</summary>
    public static bool IntroducesOthers(string text) => text.Length <= LongestLabel && Others().IsMatch(text);

    [GeneratedRegex(
        @"^\W*(?:read (?:more|also|next|this next|the full)|also read|see also|more on th|more from|more stories|you (?:may|might) (?:also )?(?:like|be interested)|related(?: (?:articles?|stories|posts?|content|topics?|reading|news|links?|coverage))?\W*$"
        + @"|recommended(?: (?:for you|stories|articles|reading))?\W*$|most (?:read|popular|viewed)|trending\W*$|don't miss|what to read|further reading|editors?['’]s? (?:picks?|choice)"
        + @"|lesen sie (?:auch|hier|mehr|dazu)|lies auch|lesen sie weiter|mehr (?:zum thema|dazu|zu diesem thema|lesen|aus |von |über)|weitere (?:informationen|artikel|themen|meldungen|nachrichten|infos)|auch interessant|das könnte (?:sie|dich)|passend dazu|zum thema\W*$|mehr zum\b"
        + @"|lire (?:aussi|également|la suite)|à lire|a lire|[àa] voir aussi|voir aussi|sur le même (?:sujet|thème)|pour aller plus loin|nos (?:articles|derniers)|plus d['’]articles"
        + @"|le(?:a|e|er) (?:también|tambien|más|además)|te puede interesar|le puede interesar|también (?:te puede|puedes leer)|más (?:noticias|información)|noticias relacionadas|contenido relacionado|relacionad[oa]s?\W*$|ver también|ver más"
        + @"|leia (?:também|mais)|veja (?:também|mais)|leggi (?:anche|tutto)|lees (?:ook|meer)|lue myös|läs (?:mer|också)|les (?:også|mer)|læs (?:også|mere)|czytaj (?:więcej|także|też|również)|zobacz (?:też|także|również)|baca juga|ilgili haber|přečtěte si|čtěte (?:také|více)|soma (?:pia|zaidi)|xem thêm"
        + @"|читайте (?:также|ещё|еще|далее|по теме)|читать (?:также|далее)|смотрите также|по теме\W*$|материалы по теме|другие новости|ещё по теме|читайте (?:також|ще)|дивіться також|за темою\W*$|більше новин"
        + @"|関連(?:記事|ニュース|リンク|トピック)|あわせて読みたい|こちらも(?:おすすめ|読)|おすすめ(?:記事)?\W*$|相关(?:阅读|新闻|文章|报道|推荐)|延伸阅读|推荐阅读|更多(?:新闻|阅读)|相關(?:閱讀|新聞|文章|報導)|延伸閱讀|관련\s?(?:기사|뉴스)|추천\s?(?:기사|뉴스)|많이 본 뉴스)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Others();

    [GeneratedRegex(
        @"^\W*(?:advertisement|sponsored|anzeige|werbung|publicité|publicidad|реклама|广告|廣告|広告|광고|pub)\W*$"
        + @"|^\W*(?:share (?:this|on|via)|share\W*$|teilen\W*$|partager\W*$|compartir\W*$|поделиться|поділитися|follow (?:us|me|@)|folgen sie uns|suivez-nous|síguenos|подпис(?:ывайтесь|аться) на|підпис(?:уйтесь|уйся|атися) на|join (?:us|our)|like us on|subscribe (?:to|now|here)|sign up (?:for|to|here)|get (?:the|our) (?:latest|newsletter|daily)|abonnieren sie|jetzt abonnieren|inscrivez-vous|abonnez-vous|suscr[ií]bete)"
        + @"|^\W*(?:photos?|images?|pictures?|fotos?|bild(?:er)?|фото|copyright|credits?|source|quelle|fuente|источник|джерело|video|видео|відео|watch|listen(?: to this)?|video:)\s?[:©|/]"
        + @"|^\W*(?:©|\(c\) ?\d|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены|усі права захищені|無断転載|无断转载|未经授权|저작권자|ⓒ)"
        + @"|^\W*(?:empfohlener (?:redaktioneller|externer) inhalt|an dieser stelle (?:finden|befindet)|externe[nr]? inhalt|ich bin (?:damit )?einverstanden|this article is more than|dieses thema im programm|schlagwörter|story continues|article continues|continue reading|scroll (?:down )?(?:to|for)|click here|tap here|view (?:comments|gallery|this post)|comments?\W*$|leave a (?:reply|comment)|hide comments|loading|\d+ comments?\W*$|\d+ kommentare?\W*$|tags?\s?:|topics?\s?:|filed under|категори[ия]|теги\s?:|étiquettes|etiquetas|stichw)"
        + @"|^\W*(?:stand|updated?|last updated|published|publié|mis à jour|aktualisiert|veröffentlicht|actualizado|publicado|обновлено|опубликовано|оновлено|опубліковано|更新|配信|입력|수정)\s?(?::|le\b|am\b|el\b|on\b|\d)"
        + @"|^\d{1,2}[:.]\d{2}\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Notices();
}
