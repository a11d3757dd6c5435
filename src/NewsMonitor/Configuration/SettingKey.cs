using System.Globalization;

namespace NewsMonitor.Configuration;

/// <summary>A key a user may set.</summary>
/// <param name="Name">The key with colons, as <c>Digest:TimeZone</c>.</param>
/// <param name="Default">What holds where nothing is said; null where that is nothing at all.</param>
/// <param name="Mend">Null where a value is well formed, otherwise one sentence that says what to write instead.</param>
/// <param name="IsList">Whether numbered keys below it, or a comma-separated value, give several values.</param>
/// <param name="IsSecret">Whether the value is masked wherever it is shown.</param>
internal sealed record SettingKey(string Name, string? Default, Func<string, string?> Mend, bool IsList = false, bool IsSecret = false);

/// <summary>How values are written, and what to say where they are not.</summary>
internal static class SettingForms
{
    public static string? Anything(string value) => value.Length == 0 ? "say something or leave the key out" : null;

    public static Func<string, string?> OneOf(params string[] words) =>
        value => words.Contains(value, StringComparer.OrdinalIgnoreCase) ? null : $"write one of {string.Join(", ", words)}";

    public static Func<string, string?> WholeNumber(long from, long to) =>
        value => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"write a whole number from {from} to {to}");

    public static Func<string, string?> Duration(TimeSpan from, TimeSpan to) =>
        value => TryDuration(value, out var duration) && duration >= from && duration <= to ? null : $"write a duration as hh:mm:ss, from {from:c} to {to:c}";

    public static string? Cron(string value) => Scheduling.CronLine.Mend(value);

    public static string? Zone(string value) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(value, out _) ? null : "write an IANA time zone such as Europe/Kyiv, or UTC";

    public static string? YesOrNo(string value) => bool.TryParse(value, out _) ? null : "write true or false";

    public static string? WebUrl(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && value.Contains("://", StringComparison.Ordinal)
            ? null
            : "write an address with http:// or https://";

    /// <summary>Reads <c>hh:mm:ss</c> with an optional fraction; never the forms of a culture, and never a bare number, which .NET would take for days.</summary>
    public static bool TryDuration(string value, out TimeSpan duration) =>
        TimeSpan.TryParseExact(value, DurationForms, CultureInfo.InvariantCulture, out duration);

    private static readonly string[] DurationForms = [@"h\:mm\:ss", @"hh\:mm\:ss", @"h\:mm\:ss\.FFF", @"hh\:mm\:ss\.FFF", @"d\.hh\:mm\:ss"];
}
