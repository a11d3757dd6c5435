using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsMonitor.Subscriptions.Checking;

/// <summary>A report as one JSON object on one line.</summary>
internal static class FeedReportJson
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(FeedReport report) => JsonSerializer.Serialize(
        new
        {
            Url = report.Asked,
            Ok = report.Contents is not null && report.Failure is null,
            Error = report.Failure,
            Delivery = Delivery(report.Delivery),
            Feed = Contents(report.Contents),
            report.Faults,
            Feeds = report.Offered.Select(found => new { Url = found.Address.ToString(), Format = found.Feed.Format.ToString(), Items = found.Feed.Items.Count, found.Title }),
        },
        Form);

    private static object? Delivery(FeedDelivery? delivery) => delivery is null ? null : new
    {
        Url = delivery.Address,
        Redirect = delivery.Move switch { FeedMove.ForGood => "permanent", FeedMove.ForNow => "temporary", _ => "none" },
        delivery.ContentType,
        delivery.Bytes,
        delivery.Charset,
        delivery.CharsetSource,
        Etag = delivery.ETag,
        delivery.LastModified,
        Conditional = delivery.Conditional switch
        {
            ConditionalAnswer.NotModified => "not-modified",
            ConditionalAnswer.Ignored => "ignored",
            ConditionalAnswer.Unknown => "unknown",
            _ => null,
        },
        FreshSeconds = delivery.FreshFor?.TotalSeconds,
    };

    private static object? Contents(FeedContents? contents) => contents is null ? null : new
    {
        contents.Format,
        contents.Title,
        contents.Link,
        Items = contents.Items.All,
        contents.Items.Dated,
        contents.Items.DaysAlone,
        contents.Items.Newest,
        contents.Items.Oldest,
        contents.Items.Offsets,
        contents.Declared,
        Identified = contents.Identified.ToDictionary(StringComparer.Ordinal),
        TtlSeconds = contents.Rhythm.Ttl?.TotalSeconds,
        UpdateSeconds = contents.Rhythm.UpdateInterval?.TotalSeconds,
        SkipHours = contents.Rhythm.SkipHours.Order(),
        SkipDays = contents.Rhythm.SkipDays.Order().Select(day => day.ToString()),
        IntervalSeconds = contents.Interval.TotalSeconds,
    };
}
