using System.Globalization;

namespace NewsMonitor.Tests.Stories;

/// <summary>How well the story set was grouped; shares from 0 to 1.</summary>
internal sealed record StoryScore(
    double Precision, double RecallWithinLanguage, double RecallAcross, double CopyPrecision, double CopyRecall, double FirstSeen, double Verdict, double SharedVerdict)
{
    /// <summary>The score of the reports of one part; a wrong pair between two parts counts in both.</summary>
    public static StoryScore Of(IReadOnlyList<ToldReport> told, Func<LabelledReport, bool> part)
    {
        int joined = 0, rightly = 0;
        var same = (All: 0, Found: 0);
        var across = (All: 0, Found: 0);
        for (var i = 0; i < told.Count; i++)
        {
            for (var j = i + 1; j < told.Count; j++)
            {
                var (one, other) = (told[i], told[j]);
                if (!part(one.Report) && !part(other.Report))
                    continue;
                var together = one.Story == other.Story;
                var belong = one.Report.Event == other.Report.Event;
                joined += together ? 1 : 0;
                rightly += together && belong ? 1 : 0;
                if (belong && one.Report.Lang == other.Report.Lang)
                    same = (same.All + 1, same.Found + (together ? 1 : 0));
                else if (belong)
                    across = (across.All + 1, across.Found + (together ? 1 : 0));
            }
        }

        var mine = told.Where(report => part(report.Report)).ToArray();
        var copies = mine.Count(report => report.Report.CopyOf is not null);
        var said = mine.Count(report => report.CopyOf is not null);
        var right = mine.Count(report => report.CopyOf is not null && report.CopyOf == report.Report.CopyOf);
        var shared = mine.GroupBy(report => report.Report.Event, StringComparer.Ordinal).Where(reports => reports.Count() > 1).ToArray();
        var first = shared.Count(reports => told.First(report => report.Story == reports.First().Story) == reports.First());
        return new StoryScore(
            Share(rightly, joined),
            Share(same.Found, same.All),
            Share(across.Found, across.All),
            Share(right, said),
            Share(right, copies),
            Share(first, shared.Length),
            Share(mine.Count(report => report.Tells == report.Report.Tells), mine.Length),
            Share(shared.Sum(reports => reports.Count(report => report.Tells == report.Report.Tells)), shared.Sum(reports => reports.Count())));
    }

    /// <summary>One line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"precision {Precision:0.000}, recall {RecallWithinLanguage:0.000} within and {RecallAcross:0.000} across languages, copies {CopyPrecision:0.000}/{CopyRecall:0.000}, first seen {FirstSeen:0.000}, verdict {Verdict:0.000} ({SharedVerdict:0.000} in shared events)");

    private static double Share(int part, int all) => all == 0 ? 1 : (double)part / all;
}
