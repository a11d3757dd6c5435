using System.Data;
using Dapper;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Storage;

/// <summary>
/// The profiles that grouping has read lately, so that a new report does not have a week of them read again. Used inside the one write
/// transaction, so by one thread at a time.
/// </summary>
internal sealed class ProfileShelf
{
    private const int Room = 4000;

    private readonly Dictionary<long, (string TextHash, ReportProfile Profile)> profiles = [];

    /// <summary>The profile of a report; read from the store where its text is not the one that is remembered.</summary>
    public ReportProfile Take(IDbConnection connection, ProfileRow row)
    {
        if (profiles.TryGetValue(row.Id, out var known) && known.TextHash == row.TextHash)
            return known.Profile;
        var stored = connection.QuerySingle<string>("SELECT profile FROM report_profiles WHERE article_id = @Id", new { row.Id });
        var profile = ProfileJson.Read(stored, row.Id, row.CanonicalUrl, row.Outlet, row.Language, UtcText.Read(row.ToldAt));
        if (profiles.Count >= Room)
            profiles.Clear();
        profiles[row.Id] = (row.TextHash, profile);
        return profile;
    }
}

/// <summary>A recent report as its row tells it.</summary>
internal sealed record ProfileRow(long Id, long StoryId, string CanonicalUrl, string Outlet, string? Language, string ToldAt, string TextHash, long? Original);
