using System.Globalization;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Text.Tests.Dates;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("Mon, 16 Nov 2026 12:30:00 +0300", "2026-11-16T12:30:00+03:00")]
    [InlineData("Mon, 16 Nov 2026 12:30:00 +03:00", "2026-11-16T12:30:00+03:00")]
    [InlineData("16 Nov 2026 09:30 GMT", "2026-11-16T09:30:00+00:00")]
    [InlineData("Mon, 16 Nov 26 09:30:00 Z", "2026-11-16T09:30:00+00:00")]
    [InlineData("Mon,16 Nov 2026 9:30:0 GMT", "2026-11-16T09:30:00+00:00")]
    [InlineData("Wed, 16 Nov 2026 04:30:00 -0500 (EST)", "2026-11-16T04:30:00-05:00")]
    [InlineData("Mon, 16 Nov 2026 12:30:00 GMT+3", "2026-11-16T12:30:00+03:00")]
    [InlineData("Mon, 16 Nov 2026 09:30:00 Etc/GMT", "2026-11-16T09:30:00+00:00")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37+00:00")]
    [InlineData("Sun Nov  6 08:49:37 PST 1994", "1994-11-06T08:49:37-08:00")]
    [InlineData("2026-11-16T12:30:00.250+03:00", "2026-11-16T12:30:00.250+03:00")]
    [InlineData("2026-11-16 09:30:00Z", "2026-11-16T09:30:00+00:00")]
    [InlineData("20261116T093000Z", "2026-11-16T09:30:00+00:00")]
    [InlineData("2026-11-16T24:00:00Z", "2026-11-17T00:00:00+00:00")]
    [InlineData("2026-W47-1T09:30:00Z", "2026-11-16T09:30:00+00:00")]
    [InlineData("2026-11-16T9:3:0Z", "2026-11-16T09:03:00+00:00")]
    [InlineData("2026-320T09:30Z", "2026-11-16T09:30:00+00:00")]
    [InlineData("2026-11-16T09:30-05:00/2026-11-16T10:30-05:00", "2026-11-16T09:30:00-05:00")]
    [InlineData("Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T08:19:53-04:00")]
    [InlineData("11/16/2026 09:30:00 AM GMT", "2026-11-16T09:30:00+00:00")]
    [InlineData("1794821400", "2026-11-16T09:30:00+00:00")]
    public void Instants_are_read_in_the_forms_that_machines_write(string text, string expected) => Assert.Equal(expected, DateReader.Read(text).ToString());

    [Theory]
    [InlineData("MSK", 3)]
    [InlineData("KST", 9)]
    [InlineData("JST", 9)]
    [InlineData("CET", 1)]
    [InlineData("MESZ", 2)]
    [InlineData("BST", 1)]
    [InlineData("EST", -5)]
    [InlineData("PDT", -7)]
    [InlineData("HKT", 8)]
    public void Names_of_zones_stand_for_their_offset(string zone, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), DateReader.Read($"Mon, 16 Nov 2026 12:30:00 {zone}")?.Offset);

    [Theory]
    [InlineData("January 16, 2026 2:05 PM ET", -5)]
    [InlineData("July 16, 2026 2:05 p.m. ET", -4)]
    [InlineData("March 8, 2026 2:05 PM PT", -7)]
    [InlineData("November 1, 2026 2:05 PM PT", -8)]
    public void Names_without_regard_to_summer_time_follow_the_day(string text, int hours) => Assert.Equal(TimeSpan.FromHours(hours), DateReader.Read(text)?.Offset);

    [Theory]
    [InlineData("Mon, 16 Nov 2026 12:30:00 IST")]
    [InlineData("Mon, 16 Nov 2026 12:30:00 XYZT")]
    [InlineData("Mon, 16 Nov 2026 12:30:00 +9900")]
    [InlineData("Mon, 16 Nov 2026 12:30:00")]
    public void A_time_whose_zone_is_unknown_is_kept_as_the_day(string text) => Assert.Equal("2026-11-16", DateReader.Read(text).ToString());

    [Fact]
    public void Only_a_zone_that_is_missing_may_be_assumed()
    {
        Assert.Equal("2026-11-16T12:30:00+00:00", DateReader.ReadWritten("16 Nov 2026 12:30")?.ToPublicationTime(TimeSpan.Zero).ToString());
        Assert.Equal("2026-11-16", DateReader.ReadWritten("16 Nov 2026 12:30 IST")?.ToPublicationTime(TimeSpan.Zero).ToString());
    }

    [Theory]
    [InlineData("23 ноября 2026")]
    [InlineData("23 листопада 2026 року")]
    [InlineData("2026년 11월 23일")]
    [InlineData("2026年11月23日")]
    [InlineData("23. November 2026")]
    [InlineData("23 novembre 2026")]
    [InlineData("23 de noviembre de 2026")]
    [InlineData("23 de novembro de 2026")]
    [InlineData("November 23rd, 2026")]
    [InlineData("the 23rd of November 2026")]
    [InlineData("23 listopada 2026")]
    [InlineData("23. marraskuuta 2026")]
    [InlineData("23 Kasım 2026")]
    [InlineData("2026. november 23.")]
    [InlineData("23 Νοεμβρίου 2026")]
    [InlineData("23 نوفمبر 2026")]
    [InlineData("23.11.2026")]
    [InlineData("23/11/2026")]
    [InlineData("11/23/2026")]
    [InlineData("２０２６年１１月２３日")]
    public void Days_are_read_in_the_words_of_many_languages(string text) => Assert.Equal("2026-11-23", DateReader.Read(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("garbage")]
    [InlineData("Spring 2004")]
    [InlineData("2026")]
    [InlineData("2026-11")]
    [InlineData("23 November")]
    [InlineData("03/04/2026")]
    [InlineData("03-04-2026")]
    [InlineData("26.11.23")]
    [InlineData("31 February 2026")]
    [InlineData("Mon, 16 Nov 0026 12:30:00 GMT")]
    [InlineData("1.2.3 16 Nov 2026")]
    [InlineData("99999999999999999999999999")]
    public void What_leaves_a_doubt_is_no_date(string text) => Assert.Null(DateReader.Read(text));

    [Theory]
    [InlineData("2026", DatePrecision.Year)]
    [InlineData("2026-11", DatePrecision.Month)]
    public void What_is_written_of_a_date_is_told(string text, DatePrecision precision) => Assert.Equal(precision, DateReader.ReadWritten(text)?.Precision);

    [Theory]
    [InlineData("Von A. Weber, 23. November 2026, 14:05 Uhr MEZ", "2026-11-23T14:05:00+01:00")]
    [InlineData("Publié le 23 novembre 2026 à 14h05 CET", "2026-11-23T14:05:00+01:00")]
    [InlineData("14:05 MSK, 23 ноября 2026", "2026-11-23T14:05:00+03:00")]
    [InlineData("Updated Nov. 23, 2026 at 2:05 p.m. EST", "2026-11-23T14:05:00-05:00")]
    [InlineData("입력 2026.11.23. 오후 2:05 KST", "2026-11-23T14:05:00+09:00")]
    [InlineData("2026年11月23日 下午2:05 UTC+8", "2026-11-23T14:05:00+08:00")]
    [InlineData("2026年11月23日14時05分 JST", "2026-11-23T14:05:00+09:00")]
    [InlineData("23 ноября 2026, 14:05", "2026-11-23")]
    [InlineData("23. November 2026, 14.05 Uhr", "2026-11-23")]
    [InlineData("Mon 23 Nov 2026 09:30-10:45, room 5", "2026-11-23")]
    [InlineData("3 comments · 23 Nov 2026", "2026-11-23")]
    public void A_date_is_found_in_a_byline(string text, string expected) => Assert.Equal(expected, DateReader.Find(text).ToString());

    [Theory]
    [InlineData("23. November 2026, 14.05 Uhr", "14:05")]
    [InlineData("2026年11月23日 14:05", "14:05")]
    [InlineData("2026년 11월 23일 오후 2시 5분", "14:05")]
    [InlineData("23 novembre 2026 à 14h05", "14:05")]
    [InlineData("Nov 23, 2026 12:05 AM", "00:05")]
    public void The_time_on_the_clock_is_kept_for_who_knows_the_zone(string text, string time) =>
        Assert.Equal(TimeOnly.Parse(time, CultureInfo.InvariantCulture), DateReader.FindWritten(text)?.Time);

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    [InlineData("")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("2026-11-16T12:30:00+03:00", DateReader.Read("Mon, 16 NOV 2026 12:30:00 +0300").ToString());
            Assert.Equal("2026-06-16", DateReader.Read("16 JUIN 2026").ToString());
            Assert.Equal("2026-04-16", DateReader.Read("16 APRİL 2026").ToString());
            Assert.Equal("2026-11-16", DateReader.Find("16. November 2026").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        const string Alphabet = "0123456789:-+/.,TZ ()年月日월일Nov16AMPMноя\u0301\uD800\u200F９";
        var random = new Random(20261116);
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Create(random.Next(40), random, (span, from) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = Alphabet[from.Next(Alphabet.Length)];
            });
            Assert.True(DateReader.Read(text) is not { } read || read.Date.Year >= 1899);
            Assert.True(DateReader.Find(text) is not { } found || found.Date.Year >= 1899);
        }
    }

    [Theory]
    [InlineData("03/04/2026", DateOrder.Unknown, null)]
    [InlineData("03/04/2026", DateOrder.DayFirst, "2026-04-03")]
    [InlineData("03/04/2026", DateOrder.MonthFirst, "2026-03-04")]
    [InlineData("23/11/2026", DateOrder.MonthFirst, "2026-11-23")]
    [InlineData("11/23/2026", DateOrder.DayFirst, "2026-11-23")]
    [InlineData("23.11.26", DateOrder.DayFirst, "2026-11-23")]
    [InlineData("23.11.26", DateOrder.Unknown, null)]
    [InlineData("1.2.26", DateOrder.DayFirst, null)]
    public void Numbers_are_read_in_the_order_that_the_caller_knows(string text, DateOrder order, string? expected) =>
        Assert.Equal(expected, DateReader.ReadWritten(text, order)?.ToPublicationTime()?.ToString());

    [Theory]
    [InlineData("By Anna Weber, 23 November 2026, 14:05", "23 November 2026")]
    [InlineData("Updated 2026-11-23T14:05:00Z", "2026-11-23")]
    public void The_place_of_a_date_is_told(string text, string date) => Assert.Equal(date, DateReader.Locate(text) is { } where ? text[where] : null);

    [Fact]
    public void A_text_without_a_date_has_no_place_for_one() => Assert.Null(DateReader.Locate("By Anna Weber"));

    [Theory]
    [InlineData("November", true)]
    [InlineData("ноября", true)]
    [InlineData("Weber", false)]
    public void The_names_of_months_are_known(string word, bool month) => Assert.Equal(month, DateReader.IsMonth(word));
}
