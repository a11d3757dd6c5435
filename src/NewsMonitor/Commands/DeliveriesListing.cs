using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Display;

namespace NewsMonitor.Commands;

/// <summary>Rows of the outbox: a table for people, a JSON array for programs.</summary>
internal static class DeliveriesListing
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Number, digest, state, channel and recipient; below them how often it was tried, when last, what was answered, and when it is tried next.</summary>
    public static string OfTable(IReadOnlyList<OutboxRow> rows) => string.Concat(rows.Select(row =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Id,-6} {row.Digest,-13} {Word(row.State),-10} {Word(row.Channel),-9} {SafeText.Line(row.Recipient, width: 120)}\n") + $"       {Tried(row)}\n"));

    public static string OfJson(IReadOnlyList<OutboxRow> rows) => $"[{string.Join(",", rows.Select(row => "\n" + JsonSerializer.Serialize(Line.Of(row), Form)))}\n]\n";

    private static string Tried(OutboxRow row)
    {
        var times = row.Attempts == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{row.Attempts} times");
        var past = row.LastAttempt is { } last ? $"tried {times}, last {Minute(last)}{(row.Answer is { } answer ? $": {SafeText.Line(answer)}" : "")}" : "not tried yet";
        return row switch
        {
            { State: OutboxState.Parked } => $"{past}; not tried any more, --retry {row.Id.ToString(CultureInfo.InvariantCulture)} tries it again",
            { NextAttempt: { } next } => $"{past}; next {Minute(next)}",
            _ => past,
        };
    }

    private static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => Enum.GetName(value)!.ToLowerInvariant();

    private sealed record Line(long Id, string Digest, string Channel, string Recipient, string State, int Attempts, string? LastAttempt, string? NextAttempt, string? Answer)
    {
        public static Line Of(OutboxRow row) =>
            new(row.Id, row.Digest, Word(row.Channel), row.Recipient, Word(row.State), row.Attempts, Instant(row.LastAttempt), Instant(row.NextAttempt), row.Answer);

        private static string? Instant(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
