using System.Collections.Immutable;
using NewsMonitor.Detection;
using NewsMonitor.Stories.Claims;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories;

/// <summary>What is read of a report before it is saved: what grouping compares, and what the ledger enters.</summary>
internal sealed record ReportReading(ReportProfile Profile, ImmutableArray<Claim> Claims);

/// <summary>Reads reports for stories and ledger.</summary>
internal sealed class ReportReader(Detector detector)
{
    private readonly ProfileReader profiles = new(detector);
    private readonly ClaimReader claims = new(detector);

    /// <summary>What is read of a report.</summary>
    public ReportReading Read(Report report) => new(profiles.Read(report), claims.Read(report));
}
