using System.Collections.Immutable;
using NewsMonitor.Detection;
using NewsMonitor.Stories.Reading;

namespace NewsMonitor.Stories.Claims;

/// <summary>Reads from a finding's sentence who claims it, how many and when.</summary>
internal sealed class ClaimReader(Detector detector)
{
    /// <summary>The claims of a report, one for each of its findings, in their order.</summary>
    public ImmutableArray<Claim> Read(Report report)
    {
        var words = WordLists.For(report.Language);
        var published = DateOnly.FromDateTime(report.Time.UtcDateTime);
        return [.. report.Findings.Select(finding => Read(finding, report.Language, words, published))];
    }

    private Claim Read(Finding finding, string? language, WordLists? words, DateOnly published)
    {
        var quote = finding.Evidence.Quote;
        var days = DateReading.Of(quote, words, published).ToList();
        ImmutableArray<Quantity> quantities = [.. QuantityReading.Of(quote, words, days).Where(quantity => quantity.Unit is not null)];
        var named = detector.Names(new Document(null, quote, language));
        return new Claim(finding, words is null ? null : Claimants.In(quote, words, named), quantities, days.Where(day => day.Named).Select(day => (DateOnly?)day.Day).FirstOrDefault());
    }
}
