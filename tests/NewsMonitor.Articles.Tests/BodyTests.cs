namespace NewsMonitor.Articles.Tests;

public sealed class BodyTests
{
    [Fact]
    public async Task Paragraphs_come_in_order_one_a_line()
    {
        var article = await Pages.ReadAsync(Pages.Around(Pages.Body));

        Assert.Equal([Pages.FirstParagraph, Pages.SecondParagraph, Pages.ThirdParagraph], article.Text.Split('\n'));
    }

    [Theory]
    [InlineData("<p class=\"standfirst\">After a decade of closed gates, ships may dock again in the north.</p>")]
    [InlineData("<h2 class=\"article__subtitle\">After a decade of closed gates, ships may dock again in the north.</h2>")]
    [InlineData("<div class=\"lead\"><p>After a decade of closed gates, ships may dock again in the north.</p></div>")]
    public async Task The_standfirst_stands_in_front_once(string standfirst)
    {
        var article = await Pages.ReadAsync(Pages.Around(standfirst + "<div class=\"article-body\">" + Pages.Body + "</div>"));

        Assert.Equal("After a decade of closed gates, ships may dock again in the north.", article.Text.Split('\n')[0]);
        Assert.Equal(4, article.Text.Split('\n').Length);
    }

    [Fact]
    public async Task A_paragraph_that_the_description_repeats_is_the_standfirst_whatever_its_class()
    {
        const string Description = "<meta name=\"description\" content=\"After a decade of closed gates, ships may dock again in the north.\">";
        var page = Pages.Around("<div class=\"x1\">After a decade of closed gates, ships may dock again in the north.</div><section class=\"x2\">" + Pages.Body + "</section>", Description);

        Assert.StartsWith("After a decade of closed gates", (await Pages.ReadAsync(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subheadings_lists_quotes_and_tables_keep_their_place()
    {
        var article = await Pages.ReadAsync(Pages.Around($"""
            <p>{Pages.FirstParagraph}</p><h2>What was agreed</h2><ul><li>Two berths for cargo ships</li><li>A customs post on the quay</li></ul>
            <blockquote><p>We waited eleven years for this morning.</p></blockquote>
            <table><tr><th>Berth</th><th>Depth</th></tr><tr><td>North</td><td>9 m</td></tr></table><p>{Pages.SecondParagraph}</p>
            """));

        Assert.Equal(
            [Pages.FirstParagraph, "What was agreed", "Two berths for cargo ships", "A customs post on the quay", "We waited eleven years for this morning.",
                "| Berth | Depth |", "| North | 9 m |", Pages.SecondParagraph],
            article.Text.Split('\n'));
    }

    [Theory]
    [InlineData("<figure><img src=\"a.jpg\"><figcaption>Ships in the northern harbour on Sunday evening. Photo: A. Weber</figcaption></figure>")]
    [InlineData("<div class=\"newsletter-box\"><p>Sign up for our newsletter and get the best stories of the week.</p></div>")]
    [InlineData("<aside><h3>More on this</h3><ul><li><a href=\"/a\">Harbour dispute goes to court</a></li></ul></aside>")]
    [InlineData("<div class=\"share-bar\"><a href=\"#\">Facebook</a> <a href=\"#\">Telegram</a></div>")]
    [InlineData("<p><a href=\"/b\">Read more: the long way to the harbour agreement</a></p>")]
    [InlineData("<section id=\"comments\"><p>I have sailed these waters for thirty years and never believed it would happen.</p></section>")]
    [InlineData("<div style=\"display:none\"><p>A paragraph that no reader of this page will ever see on the screen.</p></div>")]
    [InlineData("<script>var text = 'A paragraph that is none';</script>")]
    public async Task What_is_not_the_article_is_left_out(string box)
    {
        var article = await Pages.ReadAsync(Pages.Around($"<p>{Pages.FirstParagraph}</p>{box}<p>{Pages.SecondParagraph}</p><p>{Pages.ThirdParagraph}</p>"));

        Assert.Equal([Pages.FirstParagraph, Pages.SecondParagraph, Pages.ThirdParagraph], article.Text.Split('\n'));
    }

    [Fact]
    public async Task A_class_name_that_only_describes_the_layout_costs_no_text()
    {
        var page = Pages.Around("<div class=\"has-sidebar with-comments share-enabled\">" + Pages.Body + "</div>");

        Assert.Equal(3, (await Pages.ReadAsync(page)).Text.Split('\n').Length);
    }

    [Fact]
    public async Task Two_line_breaks_separate_paragraphs()
    {
        var page = Pages.Around($"<div>{Pages.FirstParagraph}<br><br>{Pages.SecondParagraph}<br/><br/>{Pages.ThirdParagraph}</div>");

        Assert.Equal([Pages.FirstParagraph, Pages.SecondParagraph, Pages.ThirdParagraph], (await Pages.ReadAsync(page)).Text.Split('\n'));
    }

    [Fact]
    public async Task A_page_in_Japanese_is_read_like_one_in_English()
    {
        const string First = "両政府は月曜日、十一年ぶりに北の港を貨物船に開放する協定に署名した。最初の船は月末までに到着する見通しだ。";
        const string Second = "漁業者らは、春の嵐で近くの岸壁が壊れて以来、港の開放を求めていた。税関の職員はすでに訓練を終えている。";
        var article = await Pages.ReadAsync($"<html><head><title>北の港、十一年ぶり開放</title></head><body><div id=\"menu\"><a href=\"/\">トップ</a></div><h1>北の港、十一年ぶり開放</h1><div><p>{First}</p><p>{Second}</p></div></body></html>");

        Assert.Equal([First, Second], article.Text.Split('\n'));
        Assert.Equal("ja", article.Language);
    }
}
