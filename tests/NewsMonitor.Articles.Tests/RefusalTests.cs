namespace NewsMonitor.Articles.Tests;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("<title>Just a moment...</title><body><h1>example.org</h1><p>Verify you are human by completing the action below.</p><script></script></body>")]
    [InlineData("<title>Access denied</title><body><h1>Access denied</h1><p>Our systems have detected unusual traffic from your network.</p></body>")]
    [InlineData("<title>Проверка</title><body><p>Подтвердите, что вы не робот. Это займёт несколько секунд.</p><form><button>Далее</button></form></body>")]
    [InlineData("<title>安全验证</title><body><p>请完成安全验证后继续访问本页面。</p></body>")]
    public Task A_bot_challenge_is_told(string html) => RefusedAsync(NoTextReason.BotChallenge, html);

    [Theory]
    [InlineData("<title>Example Post</title><body><div><h2>We value your privacy</h2><p>We and our partners store information on a device.</p><button>Accept</button></div></body>")]
    [InlineData("<title>Beispielpost</title><body><h2>Ihre Privatsphäre</h2><p>Wir benötigen Ihre Zustimmung, bevor Sie unsere Seiten besuchen können. Wir und unsere Partner verarbeiten personenbezogene Daten wie Ihre IP-Adresse, um Inhalte und Anzeigen zu messen und Erkenntnisse über Zielgruppen zu gewinnen. Ihre Einwilligung können Sie jederzeit widerrufen; mehr dazu steht in der Datenschutzerklärung, die auf jeder Seite unten verlinkt ist.</p><p>Sie können auch mit einem Abonnement ohne Werbung lesen, das Sie jederzeit zum Monatsende beenden. Dabei werden keine Daten an Dritte gegeben, und es erscheinen keine Anzeigen anderer Unternehmen auf unseren Seiten, weder auf dem Telefon noch am Rechner.</p></body>")]
    [InlineData("<title>La Dépêche du Port</title><body><p>Nous respectons votre vie privée. Avec votre accord, nos partenaires et nous utilisons des cookies.</p><button>Accepter et continuer</button></body>")]
    [InlineData("<title>El Correo del Puerto</title><body><p>Valoramos tu privacidad. Nosotros y nuestros socios almacenamos información en tu dispositivo.</p></body>")]
    [InlineData("<title>Портовые вести</title><body><p>Мы используем файлы cookie и просим дать согласие на обработку персональных данных.</p></body>")]
    [InlineData("<title>港新聞</title><body><p>当社とパートナー企業は、個人データを処理するためにクッキーを使用します。</p><button>同意する</button></body>")]
    public Task A_consent_wall_is_told(string html) => RefusedAsync(NoTextReason.ConsentWall, html);

    [Theory]
    [InlineData("<title>Log in</title><body><form><input name=u><input type=password name=p><button>Log in</button></form></body>")]
    [InlineData("<title>Anmelden | Beispielpost</title><body><p>Bitte geben Sie Ihre Zugangsdaten ein.</p><form><input type=\"password\"></form></body>")]
    [InlineData("<title>Вход</title><body><form><input type='password'></form></body>")]
    [InlineData("<title>ログイン</title><body><form><input type=\"password\"></form></body>")]
    public Task A_login_page_is_told(string html) => RefusedAsync(NoTextReason.LoginPage, html);

    [Theory]
    [InlineData("<title>Page not found</title><body><h1>404</h1><p>The page you asked for is no longer here. Try the search, or go back to the front page.</p></body>")]
    [InlineData("<title>Seite nicht gefunden</title><body><p>Die Adresse stimmt nicht oder der Beitrag wurde gelöscht. Versuchen Sie es mit der Suche, oder gehen Sie zur Startseite.</p></body>")]
    [InlineData("<title>Page introuvable</title><body><p>La page que vous cherchez a peut-être été déplacée. Revenez à l'accueil ou lancez une recherche.</p></body>")]
    [InlineData("<title>Página no encontrada</title><body><p>El artículo que busca fue retirado. Vuelva a la portada.</p></body>")]
    [InlineData("<title>Страница не найдена</title><body><p>Возможно, она была удалена или перенесена. Воспользуйтесь поиском по сайту.</p></body>")]
    [InlineData("<title>Сторінку не знайдено</title><body><p>Можливо, її видалили або перенесли. Скористайтеся пошуком.</p></body>")]
    [InlineData("<title>页面不存在</title><body><p>您访问的页面已被删除，请返回首页。</p></body>")]
    [InlineData("<title>ページが見つかりません</title><body><p>お探しのページは削除されたか、移動した可能性があります。</p></body>")]
    [InlineData("<title>페이지를 찾을 수 없습니다</title><body><p>요청하신 페이지가 삭제되었거나 이동되었습니다.</p></body>")]
    public Task A_missing_page_is_told_whatever_its_status(string html) => RefusedAsync(NoTextReason.NotFound, html);

    [Theory]
    [InlineData("<title>Example Post</title><body><div id=\"root\"></div><script src=\"/app.js\"></script></body>")]
    [InlineData("<title>Example Post</title><body><noscript>You need to enable JavaScript to run this app.</noscript><div id=\"app\"></div><script>start()</script></body>")]
    public Task A_page_that_scripts_would_write_is_told(string html) => RefusedAsync(NoTextReason.ScriptOnly, html);

    [Theory]
    [InlineData("<title>Ships arrive</title><meta property=\"og:type\" content=\"video.other\"><body><h1>Ships arrive</h1><iframe src=\"/player\"></iframe></body>")]
    [InlineData("<title>Schiffe kommen an</title><script type=\"application/ld+json\">{\"@type\":\"VideoObject\",\"name\":\"Schiffe kommen an\"}</script><body><h1>Schiffe kommen an</h1><video src=\"a.mp4\"></video></body>")]
    public Task A_video_page_is_told(string html) => RefusedAsync(NoTextReason.VideoPage, html);

    [Theory]
    [InlineData("<title>Ships arrive</title><body><h1>Ships arrive</h1><div class=\"paywall\"><p>Subscribe to continue reading.</p></div></body>")]
    [InlineData("<title>Schiffe kommen an</title><body><h1>Schiffe kommen an</h1><p>Jetzt abonnieren und weiterlesen</p></body>")]
    [InlineData("<title>Les navires arrivent</title><body><h1>Les navires arrivent</h1><p>Article réservé aux abonnés</p></body>")]
    [InlineData("<title>船が着く</title><body><h1>船が着く</h1><p>この記事は有料会員限定です</p></body>")]
    [InlineData("<title>배가 도착하다</title><body><h1>배가 도착하다</h1><p>구독자 전용 기사입니다</p></body>")]
    public Task A_paywall_without_a_beginning_is_told(string html) => RefusedAsync(NoTextReason.Paywall, html);

    [Fact]
    public Task A_page_of_links_is_an_index_page() => RefusedAsync(
        NoTextReason.IndexPage,
        $"<title>World</title></head><body><ul>{string.Concat(Enumerable.Range(1, 40).Select(i => $"<li><a href=\"/{i}\">Report number {i} on the opening of the harbour</a></li>"))}</ul></body>");

    [Fact]
    public Task A_page_of_summaries_is_an_index_page() => RefusedAsync(
        NoTextReason.IndexPage,
        $"<title>World</title></head><body><main>{string.Concat(Enumerable.Range(1, 12).Select(i => $"<div class=\"item\"><h3><a href=\"/{i}\">Report number {i} on the harbour</a></h3><p>{Pages.FirstParagraph[i..]}</p></div>"))}</main></body>");

    [Fact]
    public async Task The_beginning_that_a_paywall_shows_is_an_article_and_says_that_it_is_a_part()
    {
        var article = await Pages.ReadAsync(Pages.Around($"<p>{Pages.FirstParagraph}</p><div class=\"paywall\"><p>Subscribe to continue reading.</p></div>", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"));

        Assert.Equal(Pages.FirstParagraph, article.Text);
        Assert.True(article.Truncated);
    }

    [Fact]
    public async Task An_article_about_cookies_is_an_article()
    {
        var article = await Pages.ReadAsync(Pages.Around(
            Pages.Body + "<p>The ministry's new rules on personal data ask every site that says “we use cookies” to say as well what its partners do with them.</p>",
            "<meta property=\"og:type\" content=\"article\">"));

        Assert.Equal(4, article.Text.Split('\n').Length);
    }

    [Fact]
    public async Task What_the_page_said_of_itself_is_kept()
    {
        var extraction = await ArticleExtractor.ExtractAsync(
            "<html><head><title>Ships arrive</title><meta property=\"og:type\" content=\"video.other\"></head><body><iframe src=\"/player\"></iframe></body></html>", Pages.Url, CancellationToken.None);

        Assert.Equal("Ships arrive", Assert.IsType<Extraction.NoText>(extraction).Metadata.Title);
    }

    private static async Task RefusedAsync(NoTextReason reason, string html) => Assert.Equal(reason, await Pages.RefusalAsync("<html><head>" + html));
}
