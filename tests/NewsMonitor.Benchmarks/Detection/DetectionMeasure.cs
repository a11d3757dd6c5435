using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsMonitor.Detection;
using NewsMonitor.Detection.Evaluation;

namespace NewsMonitor.Benchmarks.Detection;

/// <summary>
/// How fast texts are read on one thread: text that names nobody against one compiled regular expression over the same names, and labelled texts, where every sentence
/// names somebody. All in one run, in megabytes of UTF-8 a second.
/// </summary>
internal static class DetectionMeasure
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    public static void Run(TextWriter output, string labelled)
    {
        var topics = TopicSet.BuiltIn;
        var detector = new Detector(topics);
        var dense = Directory.GetFiles(labelled, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
            .Select(line => LabelledLine.Read(line, out _)).OfType<LabelledText>().Select(text => text.Document).ToList();
        var plain = Plain();
        var names = topics.Names().Select(Regex.Escape).ToList();
        var expression = new Regex($"(?:{string.Join('|', names)})", RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

        var hits = 0;
        var sieve = Measure(plain, text => hits += detector.NamesActor(text) ? 1 : 0);
        var regex = Measure(plain, text => hits += expression.IsMatch(text) ? 1 : 0);
        if (hits > 0)
            output.WriteLine("some of the texts that name nobody name somebody: the figures are worthless");
        output.WriteLine(Line("names nobody, sieve", sieve));
        output.WriteLine(Line("names nobody, regex", regex));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sieve / regex {sieve.Rate / regex.Rate:0.0}"));
        var detect = Measure(plain, text => detector.Detect(new Document(null, text, "en")));
        output.WriteLine(Line("names nobody, detect", detect));
        foreach (var language in dense.GroupBy(d => d.Language, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            output.WriteLine(Line($"labelled {language.Key}", Measure([.. language], d => d.Title + d.Text, d => detector.Detect(d))));
        output.WriteLine(Line("labelled, all", Measure(dense, d => d.Title + d.Text, d => detector.Detect(d))));
    }

    private static string Line(string what, (double Rate, double Allocated) measured) =>
        string.Create(CultureInfo.InvariantCulture, $"{what,-24} {measured.Rate,8:0.00} MB/s {measured.Allocated,8:0.00} bytes allocated a byte");

    private static (double Rate, double Allocated) Measure(IReadOnlyList<string> texts, Action<string> work) => Measure(texts, text => text, work);

    private static (double Rate, double Allocated) Measure<T>(IReadOnlyList<T> inputs, Func<T, string> text, Action<T> work)
    {
        var size = inputs.Sum(input => (double)Encoding.UTF8.GetByteCount(text(input)));
        foreach (var input in inputs)
            work(input);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var rounds = 0;
        while (clock.Elapsed < Least)
        {
            foreach (var input in inputs)
                work(input);
            rounds++;
        }

        var seconds = clock.Elapsed.TotalSeconds;
        return (rounds * size / seconds / 1e6, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (rounds * size));
    }

    // News of everything else, long enough to leave the caches.
    private static List<string> Plain()
    {
        string[] sentences =
        [
            "The central bank left its key rate unchanged on Thursday and said inflation would ease only slowly over the coming quarters. ",
            "Heavy rain closed two motorways in the north of the country, and the weather service expects more of it at the weekend. ",
            "Die Gewerkschaft fordert sieben Prozent mehr Lohn, der Verband nennt das unbezahlbar und will erst im Herbst wieder verhandeln. ",
            "Синоптики обещают на выходных похолодание и мокрый снег, водителям советуют сменить шины заранее. ",
            "台风预计明天傍晚登陆，学校停课，多个航班取消。",
            "The team won its third match in a row after a late goal, and the coach praised the patience of his young defenders. ",
        ];
        var random = new Random(7);
        return [.. Enumerable.Range(0, 200).Select(_ => string.Concat(Enumerable.Repeat(sentences[random.Next(sentences.Length)], 60)))];
    }
}
