using System.Globalization;

namespace NewsMonitor.Fetching;

/// <summary>Reads the headers that matter, as they were received: nothing in them may throw.</summary>
internal static class AnswerHeaders
{
    /// <summary>The longest rest a host is granted: beyond it a number is a mistake, and a source would be lost to it.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(7);

    private static readonly TimeSpan LongestFreshness = TimeSpan.FromDays(365);
    private const int MaxValidatorLength = 1024;

    /// <summary>The facts of a response.</summary>
    public static Answer Read(HttpResponseMessage response, WebAddress address, WebAddress? movedTo, DateTimeOffset now) => new(
        address,
        movedTo,
        (int)response.StatusCode,
        ContentHeader(response, "Content-Type"),
        Validator(Header(response, "ETag")),
        Validator(ContentHeader(response, "Last-Modified")),
        Freshness(Header(response, "Cache-Control"), ContentHeader(response, "Expires"), Header(response, "Date"), Header(response, "Age"), now),
        RetryAfter(Header(response, "Retry-After"), now));

    /// <summary>A header of the response; several lines of it are joined by commas; null where it is absent.</summary>
    public static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>A header that describes the content; null where it is absent.</summary>
    public static string? ContentHeader(HttpResponseMessage response, string name) =>
        response.Content.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>
    /// <c>Retry-After</c> as seconds or a date (RFC 9110, 10.2.3): never below zero, at most <see cref="LongestRetryAfter"/>; null for nonsense.
    /// </summary>
    public static TimeSpan? RetryAfter(string? value, DateTimeOffset now)
    {
        value = value?.Trim();
        if (string.IsNullOrEmpty(value))
            return null;
        if (value.All(char.IsAsciiDigit))
            return Seconds(value, LongestRetryAfter);
        return TryReadDate(value, out var until) ? Clamp(until - now, LongestRetryAfter) : null;
    }

    /// <summary>
    /// How long an answer is fresh (RFC 9111, 4.2): <c>max-age</c>, else <c>Expires</c> less <c>Date</c>, each less the <c>Age</c> it already has.
    /// </summary>
    public static TimeSpan? Freshness(string? cacheControl, string? expires, string? date, string? age, DateTimeOffset now)
    {
        var directives = (cacheControl ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (directives.Any(d => d.Equals("no-cache", StringComparison.OrdinalIgnoreCase) || d.Equals("no-store", StringComparison.OrdinalIgnoreCase)))
            return null;

        const string MaxAge = "max-age=";
        var alreadyAged = age is not null && age.All(char.IsAsciiDigit) ? Seconds(age, LongestFreshness) : TimeSpan.Zero;
        if (directives.FirstOrDefault(d => d.StartsWith(MaxAge, StringComparison.OrdinalIgnoreCase)) is { } directive)
        {
            var seconds = directive[MaxAge.Length..].Trim('"');
            return seconds.Length > 0 && seconds.All(char.IsAsciiDigit) ? Clamp(Seconds(seconds, LongestFreshness) - alreadyAged, LongestFreshness) : null;
        }

        if (!TryReadDate(expires, out var until))
            return null;
        return Clamp(until - (TryReadDate(date, out var sent) ? sent : now) - alreadyAged, LongestFreshness);
    }

    // A validator goes back on the wire unchanged, so one that cannot stand in a header line is no validator.
    private static string? Validator(string? value) =>
        !string.IsNullOrWhiteSpace(value) && value.Length <= MaxValidatorLength && value.All(c => c is >= ' ' and <= '~') ? value : null;

    private static TimeSpan Seconds(string digits, TimeSpan longest) =>
        digits.Length <= 9 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Clamp(TimeSpan.FromSeconds(seconds), longest)
            : longest;

    private static TimeSpan Clamp(TimeSpan value, TimeSpan longest) => value < TimeSpan.Zero ? TimeSpan.Zero : value > longest ? longest : value;

    // The three forms of RFC 9110, 5.6.7; the two-digit year is read by the calendar's own window.
    private static bool TryReadDate(string? value, out DateTimeOffset date)
    {
        string[] forms = ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite;
        return DateTimeOffset.TryParseExact(value, forms, CultureInfo.InvariantCulture, Styles, out date);
    }
}
