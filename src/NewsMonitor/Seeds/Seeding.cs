using NewsMonitor.Pipeline;
using NewsMonitor.Storage;

namespace NewsMonitor.Seeds;

/// <summary>Article files and folders of them go the way that scraped pages go. What was ingested before changes nothing.</summary>
internal sealed class Seeding(SeedFile reader, Intake intake)
{
    /// <summary>The files that paths name: a file as it is, a folder with all seeds below it, in a stable order; a path that does not exist as itself.</summary>
    public static IReadOnlyList<string> Files(IEnumerable<string> paths) =>
    [
        .. paths.SelectMany<string, string>(path => Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(SeedFile.IsSeed).Order(StringComparer.Ordinal)
            : [path]),
    ];

    /// <summary>Takes every file in and reports each as it is done; one that cannot be read is named and the others go on.</summary>
    public async Task<SeedSummary> RunAsync(IReadOnlyList<string> files, IProgress<SeedStep> progress, CancellationToken cancel)
    {
        var summary = new SeedSummary(0, 0, 0, 0, 0);
        for (var i = 0; i < files.Count; i++)
        {
            var trouble = (string?)null;
            try
            {
                var taken = await intake.TakeAsync(await reader.ReadAsync(files[i], cancel), item: null, reason: null, cancel);
                summary = summary.With(taken);
            }
            catch (Exception expected) when (expected is SeedUnreadableException or IOException or UnauthorizedAccessException)
            {
                summary = summary with { Unreadable = summary.Unreadable + 1 };
                trouble = expected is FileNotFoundException or DirectoryNotFoundException ? "does not exist" : expected.Message.ReplaceLineEndings(" ");
            }

            progress.Report(new SeedStep(i + 1, files.Count, files[i], trouble));
        }

        return summary;
    }
}

/// <summary>One file done.</summary>
/// <param name="Trouble">Why it could not be read; null where it was.</param>
internal sealed record SeedStep(int Done, int Files, string File, string? Trouble);

/// <summary>What seeding came to.</summary>
internal sealed record SeedSummary(int New, int Revised, int Known, int Matches, int Unreadable)
{
    public SeedSummary With(Taken taken) => this with
    {
        New = New + (taken.Saving == Saving.New ? 1 : 0),
        Revised = Revised + (taken.Saving == Saving.Revised ? 1 : 0),
        Known = Known + (taken.Saving == Saving.Known ? 1 : 0),
        Matches = Matches + (taken.HasFindings ? 1 : 0),
    };
}
