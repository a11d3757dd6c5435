using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsMonitor.Articles.Fingerprints;

namespace NewsMonitor.Stories.Reading;

/// <summary>A profile's stored form; the report's number, address, outlet, language and time stand beside it and are not repeated.</summary>
internal static class ProfileJson
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The stored form.</summary>
    public static string Write(ReportProfile profile) => JsonSerializer.Serialize(
        new Stored(
            Convert.ToBase64String(profile.Text.ToBytes()),
            Weights(profile.Words),
            Weights(profile.Title),
            Weights(profile.Facts),
            Weights(profile.Lead),
            [.. profile.Claims],
            [.. profile.LeadClaims],
            profile.Corrects,
            profile.Follows,
            profile.Agency),
        Form);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ReportProfile Read(string json, long report, string url, string outlet, string? language, DateTimeOffset time)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json, Form) ?? throw new FormatException("not a report's profile");
        return new ReportProfile(
            report,
            url,
            outlet,
            language,
            time,
            stored.Agency,
            TextFingerprint.FromBytes(Convert.FromBase64String(stored.Text)),
            UnitBag.Of(stored.Words),
            UnitBag.Of(stored.Title),
            UnitBag.Of(stored.Facts),
            UnitBag.Of(stored.Lead),
            [.. stored.Claims],
            [.. stored.LeadClaims],
            stored.Corrects,
            stored.Follows);
    }

    private static Dictionary<string, float> Weights(UnitBag bag) => bag.Units.ToDictionary(unit => unit.Key, unit => unit.Value, StringComparer.Ordinal);

    private sealed record Stored(
        string Text, Dictionary<string, float> Words, Dictionary<string, float> Title, Dictionary<string, float> Facts, Dictionary<string, float> Lead,
        string[] Claims, string[] LeadClaims, bool Corrects, bool Follows, string? Agency);
}
