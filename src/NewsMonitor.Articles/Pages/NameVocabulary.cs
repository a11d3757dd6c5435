using System.Collections.Frozen;

namespace NewsMonitor.Articles.Pages;

/// <summary>
/// Reads class names, ids, roles and item properties as the words their authors made them of: <c>article__related-box</c> says "article", "related" and "box".
/// </summary>
internal static class NameVocabulary
{
    private static readonly FrozenDictionary<string, NameEvidence> Words = Build();

    private static readonly FrozenSet<string> BodyFirst = Set("article story post entry news content text body main page single detail blog rich wysiwyg amp prose");

    private static readonly FrozenSet<string> BodySecond = Set("body content text copy main prose paragraphs wrap fulltext");

    private static readonly FrozenSet<string> BodyWhole = Set(
        "articlebody article-body article_body storybody story-body postbody post-body entry-content post-content article-content article-text articletext story-content storycontent "
        + "articlecontent content-body body-content body-text bodytext newstext news-text fulltext wysiwyg richtext rich-text prose body-copy bodycopy postcontent entrycontent textbody");

    /// <summary>A class that only says what a layout has or has not tells nothing of the element it stands on.</summary>
    private static readonly FrozenSet<string> Describing = Set("no has have with without hide show is not enable enabled disable disabled layout grid col row hover focus group peer js theme template page type format status category tag tagged post-tag");

    /// <summary>Names alone, in any order, separated by white space.</summary>
    public static NameEvidence Read(ReadOnlySpan<char> names)
    {
        var evidence = NameEvidence.None;
        foreach (var range in names.SplitAny(' ', '\t', '\n', '\r', '\f'))
        {
            var name = names[range];
            if (name.Length is > 1 and <= 80) evidence |= ReadOne(name);
        }
        return evidence;
    }

    private static NameEvidence ReadOne(ReadOnlySpan<char> name)
    {
        var lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        var describing = Describing.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[name.Length];
        Span<char> pair = stackalloc char[name.Length + 1];
        name.ToLowerInvariant(lower);

        var evidence = NameEvidence.None;
        if (BodyWhole.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower)) evidence |= NameEvidence.Body;
        if (lookup.TryGetValue(lower, out var whole)) return evidence | whole;

        var (start, previous) = (0, 0..0);
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !IsBoundary(name, i)) continue;
            var letters = start;
            while (letters < i && !char.IsLetter(lower[letters])) letters++;
            var end = i;
            while (end > letters && !char.IsLetter(lower[end - 1])) end--;
            start = i;
            if (end - letters < 2) continue;
            var word = lower[letters..end];
            if (describing.Contains(word)) return evidence;
            if (lookup.TryGetValue(word, out var meaning)) evidence |= meaning;

            var before = lower[previous];
            if (before.Length > 0)
            {
                if (BodySecond.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) && BodyFirst.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before)) evidence |= NameEvidence.Body;
                before.CopyTo(pair);
                pair[before.Length] = '-';
                word.CopyTo(pair[(before.Length + 1)..]);
                if (lookup.TryGetValue(pair[..(before.Length + 1 + word.Length)], out var both)) evidence |= both;
            }
            previous = letters..end;
        }
        return evidence;
    }

    private static bool IsBoundary(ReadOnlySpan<char> name, int at) =>
        !char.IsLetter(name[at]) ? char.IsLetter(name[at - 1]) : !char.IsLetter(name[at - 1]) || (char.IsUpper(name[at]) && char.IsLower(name[at - 1]));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, NameEvidence> Build()
    {
        var words = new Dictionary<string, NameEvidence>(StringComparer.Ordinal);
        void Add(NameEvidence meaning, string list)
        {
            foreach (var word in list.Split(' ')) words[word] = words.GetValueOrDefault(word) | meaning;
        }

        Add(NameEvidence.Boilerplate,
            "nav navi navigation navbar menu submenu breadcrumb breadcrumbs footer sidebar rail toolbar pagination pager paging paginator masthead skip-link skiplink topbar "
            + "share sharing shares sharebar sharethis addthis social socials socialmedia social-media follow followus teilen partager compartir "
            + "related relateds relatedposts recommended recommendation recommendations recommend recirc recirculation outbrain taboola morefrom more-from read-more readmore more-on also-read read-also "
            + "readalso see-also seealso you-may similar trending popular most-read mostread most-popular latest-news next-article nextpost next-post prev-next relacionadas relacionados relacionada similaires associes "
            + "weiterlesen mehr-zum verwandte ilgili mais-lidas leia-tambem lea-tambien lire-aussi a-lire "
            + "newsletter newsletters subscribe signup sign-up optin opt-in mailchimp mailinglist mailing-list "
            + "ad ads adv advert adverts advertisement advertisements advertising advertorial adslot ad-slot adsense adbox dfp sponsor sponsored sponsors promo promos promotion promotions promobox werbung anzeige publicite publicidad reklama reklam "
            + "cookie cookies gdpr onetrust popup pop-up modal lightbox tooltip "
            + "login signin sign-in register "
            + "tags taglist tag-list tagcloud hashtags keywords topics etiquetas "
            + "vote voting poll rating ratings quiz survey feedback donate donation donations tip-jar "
            + "print printer print-only toc table-of-contents tableofcontents "
            + "sr-only visually-hidden visuallyhidden screen-reader screen-reader-text screenreader hidden-text "
            + "app-download download-app app-promo "
            + "copyright copyrights legal-notice "
            + "audio-player audioplayer text-to-speech listen vorlesen "
            + "teaser teasers teaserlist onward onwards onward-journeys");
        Add(NameEvidence.Boilerplate | NameEvidence.Comments, "comment comments disqus respond reply replies kommentare kommentar commentaires comentarios comentario commentlist comment-list leserkommentare responses");
        Add(NameEvidence.Aside,
            "aside widget widgets infobox info-box factbox fact-box box-info gallery slideshow slide slider carousel swiper player video videos audio podcast media embed oembed figure image images img photo photos picture thumbnail thumb "
            + "correction byline-meta meta metadata postmeta post-meta entry-meta info tools actions action buttons button banner cta card cards item-list list-items headlines latest promo-item overline kicker eyebrow supertitle "
            + "disclaimer notice alert youtube whatsapp linkedin membership subscription abo offer offers shop affiliate product products deal deals "
            + "timestamp read-time reading-time readtime readingtime wordcount views counter stats bookmark save favorite copylink copy-link highlights-box sticky fixed overlay drawer dropdown accordion tab tabs jump");
        Add(NameEvidence.Caption,
            "caption captions figcaption credit credits photocredit photo-credit image-credit imagecredit wp-caption wp-caption-text bildunterschrift bildnachweis bildtext legende legend piefoto pie-foto image-source copyright-image photographer");
        Add(NameEvidence.Byline,
            "byline bylines author authors autor autoren autores auteur auteurs writer reporter journalist contributor contributors contributed posted-by postedby vcard author-bio authorbio about-author aboutauthor bio autore redaktor yazar forfatter avtor");
        Add(NameEvidence.Dateline,
            "date dates datetime dateline time timestamp published publish pubdate pub-date publication-date updated posted posted-on postdate post-date entry-date datum fecha datepublished published-date publishdate modified created uhrzeit fecha-publicacion");
        Add(NameEvidence.Standfirst,
            "standfirst lead lede leadin lead-in intro introduction subtitle sub-title subhead subheadline sub-headline subheading subhed sub-hed dek deck summary excerpt abstract vorspann anleser chapo chapeau entradilla bajada sumario sommario occhiello "
            + "description descripcion perex ingress manchet strapline tagline standfirst-text lead-text article-lead leadtext spot anons anounce announce lid preamble subtitulo sottotitolo untertitel unterzeile teasertext zajawka ozet");
        Add(NameEvidence.Paywall, "paywall regwall piano piano-inline premium-wall subscription-wall metered paywall-message paid-barrier subscriber-only");
        Add(NameEvidence.Consent, "consent cmp cookie-wall cookiewall consent-wall sp-message");
        Add(NameEvidence.Headline, "headline headlinetext title article-title entry-title post-title story-title");
        Add(NameEvidence.Article, "article story post hentry");
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
