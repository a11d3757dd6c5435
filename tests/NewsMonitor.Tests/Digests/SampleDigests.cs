using System.Collections.Immutable;
using NewsMonitor.Detection;
using NewsMonitor.Digests;
using NewsMonitor.Matches;
using NewsMonitor.Stories.Claims;
using NewsMonitor.Subscriptions;
using NewsMonitor.Tests.Matches;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Tests.Digests;

/// <summary>Digests for tests and for looking at: an empty day, a busy one in many languages, a hostile one, one with very many matches.</summary>
internal static class SampleDigests
{
    public static readonly DigestWindow Day = new(new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero), new(2026, 11, 24, 5, 0, 0, TimeSpan.Zero));

    public static readonly FeedStatus Fine = new("https://wire.example/rss", "Wire", "en", FeedState.Ok, null, Day.Until, Day.Until, Day.Until, 0);

    public static DigestMaterial Material(params StoredMatch[] reports) => new(
        "2026-11-24",
        Day,
        "Europe/Kyiv",
        [TopicNames.Support, TopicNames.Recognition],
        [.. reports],
        [],
        LedgerExtract.Empty,
        [Fine],
        new ReadingTally(214, [], []),
        [],
        "0.1.0",
        "2026.11",
        null);

    /// <summary>Composes a digest whose reports are entered into the ledger in the order they were seen, after those told earlier.</summary>
    public static Digest Compose(DigestMaterial material)
    {
        var known = new Dictionary<(long Story, string Key), KnownClaim>();
        foreach (var match in material.Earlier)
            Enter(match, known, isNew: false);
        var stories = material.Earlier.Select(match => match.Story).ToHashSet();
        var entries = material.Reports.Select(report => report.Match).OrderBy(match => match.FirstSeen).ThenBy(match => match.Id)
            .SelectMany(match => Enter(match, known, isNew: stories.Add(match.Story)));
        return DigestComposer.Compose(material with { Ledger = material.Ledger with { Entries = [.. entries] } });
    }

    private static EnteredClaim[] Enter(Match match, Dictionary<(long Story, string Key), KnownClaim> known, bool isNew)
    {
        var claims = match.Findings.Select(finding => new Claim(finding, null, [], null));
        var entries = Ledger.Enter(claims, [.. known.Where(claim => claim.Key.Story == match.Story).Select(claim => claim.Value)], isNew, edge: null, corrects: false);
        foreach (var entry in entries)
            known.TryAdd((match.Story, entry.Claim.Key), new KnownClaim(known.Count + 1, entry.Claim.Key, [new ToldClaim(match.Id, match.Outlet, entry.Claim.Finding.Evidence.Quote, null, [])]));
        return [.. entries.Select(entry => new EnteredClaim(match.Id, entry.Claim.Key, entry.Status, entry.Because, null, null))];
    }

    public static Digest Empty() => Compose(Material() with { Feeds = [Fine, Down("https://agency.example/feed", "connection refused"), Down("https://daily.example/rss", "HTTP 403")] });

    public static Digest Busy() => Compose(BusyMaterial());

    public static DigestMaterial BusyMaterial()
    {
        const string English =
            "SEOUL - South Korea's spy agency told lawmakers on Monday that North Korea has sent about 3,000 more soldiers to Russia's Kursk region since October. "
            + "The new units are said to guard depots. Moscow did not comment.";
        const string EnglishQuote =
            "South Korea's spy agency told lawmakers on Monday that North Korea has sent about 3,000 more soldiers to Russia's Kursk region since October.";
        const string Korean = "국가정보원은 23일 국회 정보위원회에 북한이 지난 10월 이후 병력 3천여 명을 러시아 쿠르스크에 추가로 파병했다고 보고했다. 파병된 병력은 주로 후방 경비를 맡고 있는 것으로 전해졌다.";
        const string Chinese = "韩国国家情报院23日表示，朝鲜自10月以来又向俄罗斯库尔斯克地区派遣了约3000名士兵。克里姆林宫拒绝评论。";
        const string Japanese = "韓国の国家情報院は23日、北朝鮮がロシアに対し、砲弾などを積んだコンテナをさらに送ったと国会に報告した。見返りとして防空装備を受け取ったという。";
        const string Russian = "Министр иностранных дел Науру сообщил в понедельник, что страна отзывает признание независимости Абхазии. Решение вступает в силу немедленно.";
        const string German = "Nordkoreas Außenministerium bestritt am Montag, Waffen an Russland geliefert zu haben. Solche Berichte seien frei erfunden.";
        const string French = "La Serbie ne reconnaîtra pas l'indépendance du Kosovo, a répété le président serbe lundi à Belgrade.";
        const string Ukrainian = "КНДР визнала незалежність так званих ДНР і ЛНР ще 2022 року, нагадали в МЗС. Україна розірвала дипломатичні відносини з Пхеньяном.";

        var early = Sample.Match(
            German, [Sample.Support(German, German[..(German.IndexOf('.', StringComparison.Ordinal) + 1)], "materiel", stance: Stance.Denied)], 5, 40, "Pjöngjang", "Der Morgen", "de", seen: Day.From.AddDays(-1)).Match;
        return Material(
            Sample.Match(
                English, [Sample.Support(English, EnglishQuote)], 1, 10, "North Korea sent 3,000 more troops to Russia, Seoul says", "Pacific Wire", "en",
                authors: ["Anna Berg", "Lee Jun-ho"], words: [["North Korea has sent", "3,000 more soldiers to Russia"]]),
            Sample.Match(
                Korean, [Sample.Support(Korean, Korean[..(Korean.IndexOf('.', StringComparison.Ordinal) + 1)])], 2, 10, "국정원 \"북한, 러시아에 3천여 명 추가 파병\"", "한강일보", "ko",
                seen: Sample.Seen.AddMinutes(9), words: [["북한이", "러시아 쿠르스크에 추가로 파병했다"]]),
            Sample.Match(
                Chinese, [Sample.Support(Chinese, Chinese[..(Chinese.IndexOf('。', StringComparison.Ordinal) + 1)])], 3, 12, "韩情报机构：朝鲜再向俄派兵三千人", "东方晚报", "zh",
                seen: Sample.Seen.AddMinutes(30), words: [["朝鲜", "向俄罗斯库尔斯克地区派遣了约3000名士兵"]]),
            Sample.Match(
                Japanese,
                [
                    Sample.Support(Japanese, Japanese[..(Japanese.IndexOf('。', StringComparison.Ordinal) + 1)], "materiel"),
                    Sample.Support(Japanese, "見返りとして防空装備を受け取ったという。", "materiel", "russia-to-dprk"),
                ],
                4, 13, "北朝鮮、ロシアに砲弾を追加供与か　韓国国情院", "瀬戸内新報", "ja", seen: Sample.Seen.AddMinutes(41),
                words: [["北朝鮮がロシアに対し", "砲弾などを積んだコンテナをさらに送った"], []]),
            Sample.Match(
                Russian, [Sample.Recognition(Russian, Russian[..(Russian.IndexOf('.', StringComparison.Ordinal) + 1)], "NRU", ["abkhazia"], Stance.Withdrawn)], 6, 20,
                "Науру отозвало признание Абхазии", "Кавказский вестник", "ru", published: PublicationTime.OnDay(new DateOnly(2026, 11, 23)),
                words: [["отзывает признание независимости Абхазии"]]),
            Sample.Match(
                German, [Sample.Support(German, German[..(German.IndexOf('.', StringComparison.Ordinal) + 1)], "materiel", stance: Stance.Denied)], 7, 40, "Pjöngjang bestreitet Waffenlieferungen an Moskau", "Der Morgen", "de",
                seen: Sample.Seen.AddHours(-5)),
            Sample.Match(
                French, [Sample.Recognition(French, French, "SRB", ["kosovo"], Stance.Denied)], 8, 21, "Kosovo : Belgrade campe sur ses positions", "Le Courrier du Soir", "fr",
                source: TextSource.Feed, note: "consent wall"),
            Sample.Match(
                Ukrainian, [Sample.Recognition(Ukrainian, Ukrainian[..(Ukrainian.IndexOf('.', StringComparison.Ordinal) + 1)])], 9, 22,
                "Що відомо про визнання «ДНР» і «ЛНР»", "Дніпровські новини", "uk")) with
        {
            Earlier = [early],
            Feeds =
            [
                .. Enumerable.Repeat(Fine, 41),
                Down("https://agency.example/feed", "no connection: connection refused"),
                Down("https://tribune.example/rss", "no connection: connection refused"),
                new FeedStatus("https://old.example/rss", "Old Gazette", "en", FeedState.Parked, "410 Gone", Day.Until, Day.From.AddDays(-3), null, 4),
            ],
            Reading = new ReadingTally(1_214, [new Tally("consent wall", 9), new Tally("HTTP 403", 4)], [new Tally("ar", 12), new Tally("tr", 3)]),
            Past =
            [
                .. new[] { 1, 2, 1, 5, 3, 0, 7, 4, 4, 2, 1, 3, 2 }.Select((count, i) => new PastDigest(
                    new DateOnly(2026, 11, 11).AddDays(i),
                    ImmutableDictionary<string, int>.Empty.Add(TopicNames.Support, count).Add(TopicNames.Recognition, count / 3))),
            ],
            ReportUrl = "https://monitor.example/digests/2026-11-24",
        };
    }

    /// <summary>Three days in one: a story that nearly everybody copied, a claim corrected, one withdrawn, one whose report says something else.</summary>
    public static Digest CatchUp()
    {
        const string Wire = "North Korea has shipped about 600 containers of shells to Russia since August, the defense ministry said. It gave no further details.";
        var busy = BusyMaterial();
        var quote = Wire[..(Wire.IndexOf('.', StringComparison.Ordinal) + 1)];
        var wire = Enumerable.Range(0, 12).Select(i => Sample.Match(
            Wire, [Sample.Support(Wire, quote, "materiel")], 100 + i, 100, "North Korea ships 600 containers of shells, Seoul says", i == 0 ? "Yonhap" : $"Daily {i}", "en",
            seen: Sample.Seen.AddHours(-6).AddMinutes(i), words: [["North Korea has shipped", "shells to Russia"]]));
        return Compose(busy with
        {
            Name = "2026-11-24",
            Window = new DigestWindow(Day.Until.AddDays(-3), Day.Until),
            Reports = [.. busy.Reports, .. wire],
            Ledger = LedgerExtract.Empty with
            {
                Copies = Enumerable.Range(101, 9).ToImmutableDictionary(i => (long)i, _ => 100L),
                Corrections =
                [
                    Correction(
                        1, TopicNames.Support, "South Korea's NIS says North Korea sends troops to Russia",
                        "About 3,000 soldiers have reached the Kursk region, the agency said.", "About 3,600 soldiers have reached the Kursk region, the agency said.", "changed in the article", "Pacific Wire", "en"),
                    Correction(
                        2, TopicNames.Support, "Russia sends materiel to North Korea",
                        "러시아가 북한에 방공 장비를 제공했다고 국정원이 밝혔다.", null, "gone from the article", "한강일보", "ko"),
                    Correction(
                        3, TopicNames.Recognition, "Nauru withdraws recognition of South Ossetia",
                        "Науру отзывает признание Южной Осетии.", "Науру не отзывает признание Южной Осетии.", "the article says something else now", "Кавказский вестник", "ru"),
                ],
            },
        });
    }

    /// <summary>A correction whose sentences stand in the versions it is checked against.</summary>
    public static CorrectedClaim Correction(
        long claim, string topic, string words, string before, string? after, string because = "changed in the article", string outlet = "Outlet", string? language = "en", string? url = null) => new(
        new CorrectionEntry(
            claim, words, before, after, because, 900 + claim, outlet, "The headline of the report", url ?? $"https://news.example/corrected/{claim}", language, Sample.Seen.AddMinutes(claim)),
        topic,
        [before, after ?? ""]);

    /// <summary>A story a match, each with a quote and a headline of usual length.</summary>
    public static Digest Huge(int matches) => Compose(Material(
    [
        .. Enumerable.Range(1, matches).Select(i =>
        {
            var text = $"Officials said on Monday that North Korea had sent consignment number {i} of artillery shells to Russia by rail. The shipment was seen at the border station of Khasan.";
            var topic = i % 5 == 0;
            var quote = text[..(text.IndexOf('.', StringComparison.Ordinal) + 1)];
            return Sample.Match(text, [topic ? Sample.Recognition(text, quote) : Sample.Support(text, quote, "materiel")], i, title: $"Consignment {i} reaches Russia from North Korea, officials say");
        }),
    ]));

    public static FeedStatus Down(string url, string reason) => new(url, null, "en", FeedState.Failing, reason, Day.Until, null, Day.Until, 5);
}
