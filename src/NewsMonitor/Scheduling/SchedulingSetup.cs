using NewsMonitor.Configuration;
using Quartz;

namespace NewsMonitor.Scheduling;

/// <summary>Which job fires when. Quartz is the alarm clock alone: what is due is decided by the store.</summary>
internal static class SchedulingSetup
{
    private static readonly TimeSpan ScrapeEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RevisitEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DeliverEvery = TimeSpan.FromSeconds(30);

    // A digest whose hour passed while the machine was down, or while the clock was put forward, is made up for.
    private static readonly TimeSpan MissedDigestEvery = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddScheduling(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<PollTicks>();
        services.AddSingleton(new DigestCalendar(settings.Digest.Schedule, settings.Digest.TimeZone));
        services.AddQuartz(quartz =>
        {
            quartz.AddJob<PollJob>(job => job.WithIdentity("poll"));
            quartz.AddTrigger(trigger => trigger.ForJob("poll").WithIdentity("poll-at-start").StartNow());
            quartz.AddTrigger(trigger => trigger.ForJob("poll").WithIdentity("poll").WithCronSchedule(settings.Feeds.Schedule));
            quartz.ScheduleJob<ScrapeJob>(trigger => trigger.WithIdentity("scrape").StartNow().WithSimpleSchedule(ScrapeEvery));
            quartz.ScheduleJob<RevisitJob>(trigger => trigger.WithIdentity("revisit").StartNow().WithSimpleSchedule(RevisitEvery));
            quartz.AddJob<DigestJob>(job => job.WithIdentity("digest"));
            quartz.AddTrigger(trigger => trigger.ForJob("digest").WithIdentity("digest").WithCronSchedule(settings.Digest.Schedule, cron => cron.InTimeZone(settings.Digest.TimeZone)));
            quartz.AddTrigger(trigger => trigger.ForJob("digest").WithIdentity("digest-missed").StartNow().WithSimpleSchedule(MissedDigestEvery));
            quartz.ScheduleJob<DeliveryJob>(trigger => trigger.WithIdentity("deliver").StartNow().WithSimpleSchedule(DeliverEvery));
            quartz.ScheduleJob<RetentionJob>(trigger => trigger.WithIdentity("retention").WithCronSchedule("0 30 3 * * ?"));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }
}
