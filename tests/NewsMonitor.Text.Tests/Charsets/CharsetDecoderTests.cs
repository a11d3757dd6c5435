using System.Text;
using NewsMonitor.Text.Charsets;

namespace NewsMonitor.Text.Tests.Charsets;

public sealed class CharsetDecoderTests
{
    private const string Russian = "Делегация КНДР прибыла во Владивосток на переговоры о поставках, сообщили источники в администрации края.";
    private const string Ukrainian = "Північна Корея відправила до Росії нову партію снарядів, повідомила військова розвідка у своєму зведенні.";
    private const string Korean = "북한이 러시아에 군사 지원을 계속하고 있다고 정부 관계자가 밝혔다. 양국은 다음 달 회담을 가질 예정이다.";
    private const string Simplified = "朝鲜代表团抵达俄罗斯进行会谈,双方将讨论经济合作和军事问题,据当地媒体报道,会谈将持续三天。";
    private const string Traditional = "朝鮮代表團抵達俄羅斯進行會談,雙方將討論經濟合作和軍事問題,據當地媒體報道,會談將持續三天。";
    private const string Japanese = "北朝鮮の代表団がロシアに到着し、両国は経済協力と軍事問題について話し合うと地元メディアが伝えた。";
    private const string French = "La Corée du Nord a envoyé des soldats à la frontière; l’armée française s’inquiète déjà.";

    [Theory]
    [InlineData(Russian, "windows-1251")]
    [InlineData(Russian, "koi8-r")]
    [InlineData(Russian, "ibm866")]
    [InlineData(Russian, "iso-8859-5")]
    [InlineData(Russian, "x-mac-cyrillic")]
    [InlineData(Ukrainian, "windows-1251")]
    [InlineData(Ukrainian, "koi8-u")]
    [InlineData(Korean, "euc-kr")]
    [InlineData(Simplified, "gb18030")]
    [InlineData(Traditional, "big5")]
    [InlineData(Japanese, "shift_jis")]
    [InlineData(Japanese, "euc-jp")]
    [InlineData(French, "windows-1252")]
    [InlineData(Russian, "utf-8")]
    [InlineData(Korean, "utf-16")]
    [InlineData(Russian, "utf-16be")]
    [InlineData(Japanese, "utf-32")]
    public void Text_is_right_whether_declared_labelled_or_neither(string text, string charset)
    {
        var encoding = Named(charset);
        var bare = "<?xml version=\"1.0\"?><rss><title>" + text + "</title></rss>";
        var declared = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><rss><title>" + text + "</title></rss>";
        var page = "<html><head><meta charset=" + charset + "><title>" + text + "</title>";

        Assert.Equal(bare, CharsetDecoder.Decode(encoding.GetBytes(bare), null, MarkupKind.Xml).Text);
        Assert.Equal(bare, CharsetDecoder.Decode(encoding.GetBytes(bare), "text/xml; charset=\"" + charset + "\"", MarkupKind.Xml).Text);
        Assert.Equal(declared, CharsetDecoder.Decode(encoding.GetBytes(declared), null, MarkupKind.Xml).Text);
        Assert.Equal(page, CharsetDecoder.Decode(encoding.GetBytes(page), null, MarkupKind.Html).Text);
    }

    [Theory]
    [InlineData("windows-1251", "iso-8859-1")]
    [InlineData("windows-1251", "koi8-r")]
    [InlineData("windows-1251", "utf-8")]
    [InlineData("koi8-r", "windows-1251")]
    public void Where_header_and_declaration_differ_the_natural_text_wins(string right, string wrong)
    {
        var text = $"<?xml version='1.0' encoding='{right}'?><rss>{Russian}</rss>";
        Assert.Equal(text, CharsetDecoder.Decode(Named(right).GetBytes(text), "text/xml; charset=" + wrong, MarkupKind.Xml).Text);

        var swapped = $"<?xml version='1.0' encoding='{wrong}'?><rss>{Russian}</rss>";
        Assert.Equal(swapped, CharsetDecoder.Decode(Named(right).GetBytes(swapped), "text/xml; charset=" + right, MarkupKind.Xml).Text);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("us-ascii")]
    [InlineData("utf-16")]
    [InlineData("no-such-thing")]
    public void Valid_utf8_is_utf8_whatever_is_claimed(string claim)
    {
        var decoded = CharsetDecoder.Decode(Encoding.UTF8.GetBytes(Russian), "text/html; charset=" + claim, MarkupKind.Html);
        Assert.Equal(Russian, decoded.Text);
        Assert.Equal(CharsetSource.ValidUtf8, decoded.Source);
    }

    [Theory]
    [InlineData("iso-8859-1", 1252)]
    [InlineData("US-ASCII", 1252)]
    [InlineData("gb2312", 54936)]
    [InlineData("GB_2312-80", 54936)]
    [InlineData("ks_c_5601-1987", 949)]
    [InlineData("iso-8859-9", 1254)]
    [InlineData("x-sjis", 932)]
    [InlineData("Windows-31J", 932)]
    [InlineData("tis-620", 874)]
    public void Labels_stand_for_what_the_web_means_by_them(string label, int page) => Assert.Equal(page, CharsetLabels.Find(label)?.CodePage);

    [Theory]
    [InlineData("utf-7")]
    [InlineData("")]
    [InlineData("klingon")]
    public void Labels_that_mean_nothing_are_ignored(string label) => Assert.Null(CharsetLabels.Find(label));

    [Theory]
    [InlineData("iso-8859-1", Russian, "iso-8859-1")]
    [InlineData("utf-8", Russian, null)]
    [InlineData("iso-8859-1", "ASCII", null)]
    [InlineData("no-such-thing", Russian, null)]
    public void A_claim_that_was_not_followed_is_told(string claim, string text, string? overruled) =>
        Assert.Equal(overruled, CharsetDecoder.Detect(Encoding.UTF8.GetBytes(text), "text/html; charset=" + claim, MarkupKind.Html).Overruled);

    [Fact]
    public void A_byte_order_mark_is_stronger_than_every_claim_and_no_part_of_the_text()
    {
        var decoded = CharsetDecoder.Decode([0xEF, 0xBB, 0xBF, .. "<rss/>"u8], "text/xml; charset=koi8-r", MarkupKind.Xml);
        Assert.Equal(new DecodedText("<rss/>", "utf-8", CharsetSource.ByteOrderMark), decoded);
    }

    [Fact]
    public void Stray_bytes_in_utf8_are_read_as_windows_1252()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Russian), (byte)'I', (byte)'t', 0x92, (byte)'s'];
        Assert.Equal(Russian + "It’s", CharsetDecoder.Decode(bytes, "text/html; charset=utf-8", MarkupKind.Html).Text);
    }

    [Fact]
    public void Utf8_that_is_cut_off_in_a_letter_is_still_utf8()
    {
        var bytes = Encoding.UTF8.GetBytes(Russian + "я").AsSpan()[..^1];
        Assert.StartsWith(Russian, CharsetDecoder.Decode(bytes, null, MarkupKind.Xml).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_accent_is_read_as_windows_1252()
    {
        var decoded = CharsetDecoder.Decode([(byte)'c', (byte)'a', (byte)'f', 0xE9], null, MarkupKind.None);
        Assert.Equal("café", decoded.Text);
    }

    [Fact]
    public void No_bytes_make_it_throw()
    {
        var random = new Random(20261116);
        var bytes = new byte[300];
        foreach (var kind in Enum.GetValues<MarkupKind>())
        {
            for (var round = 0; round < 1000; round++)
            {
                random.NextBytes(bytes);
                var charset = CharsetDecoder.Decode(bytes.AsSpan(0, random.Next(bytes.Length)), null, kind).Charset;
                Assert.NotEmpty(charset);
            }
        }
    }

    private static Encoding Named(string charset) => charset switch
    {
        "utf-16" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        "utf-32" => Encoding.UTF32,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset),
    };

    [Theory]
    [InlineData("iso-2022-jp", null)]
    [InlineData("iso-2022-jp", "text/xml; charset=utf-8")]
    [InlineData("iso-2022-kr", "text/xml; charset=utf-8")]
    public void Escapes_of_seven_bit_encodings_go_before_a_servers_default(string charset, string? contentType)
    {
        var text = charset == "iso-2022-kr" ? Korean : Japanese;
        var bytes = Named(charset).GetBytes("<?xml version=\"1.0\"?><rss><title>" + text + "</title></rss>");

        Assert.Contains(text, CharsetDecoder.Decode(bytes, contentType, MarkupKind.Xml).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_headline_with_a_few_accents_is_not_taken_for_another_alphabet()
    {
        const string Headline = "La Corée du Nord a déployé";

        Assert.Equal(Headline, CharsetDecoder.Decode(Named("windows-1252").GetBytes(Headline), null, MarkupKind.None).Text);
    }

    [Fact]
    public void A_stray_escape_shifts_nothing() =>
        Assert.Contains("fog over the harbor", CharsetDecoder.Decode("<rss>\u001B$B fog over the harbor</rss>"u8, null, MarkupKind.Xml).Text, StringComparison.Ordinal);
}
