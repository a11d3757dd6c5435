using Quartz;

namespace NewsMonitor.Scheduling;

/// <summary>Quartz cron lines, as users write them.</summary>
internal static class CronLine
{
    /// <summary>Null where the line is one Quartz understands, otherwise a sentence that says how to write it.</summary>
    public static string? Mend(string line) => CronExpression.TryParse(line, out _)
        ? null
        : "write a Quartz cron line: seconds minutes hours day-of-month month day-of-week, such as 0 0 7 * * ?";
}
