using NewsMonitor.Digests;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Tests.Digests;

namespace NewsMonitor.Tests.Digests.Delivery;

public sealed class FileChannelTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("newsmonitor-digests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_form_is_written_and_nothing_else_is_left()
    {
        var target = Path.Combine(folder, "made", "on", "demand");

        var outcome = await new FileChannel().DeliverAsync(SampleDigests.Busy(), target, CancellationToken.None);

        Assert.IsType<DeliveryOutcome.Delivered>(outcome);
        Assert.Equal(["2026-11-24.html", "2026-11-24.json", "2026-11-24.md", "2026-11-24.txt"], Directory.GetFiles(target).Select(Path.GetFileName).Order());
        Assert.Equal("2026-11-24", DigestJson.Read(await File.ReadAllTextAsync(Path.Combine(target, "2026-11-24.json"))).Name);
    }

    [Fact]
    public async Task Writing_again_changes_nothing()
    {
        await new FileChannel().DeliverAsync(SampleDigests.Busy(), folder, CancellationToken.None);
        var first = await File.ReadAllTextAsync(Path.Combine(folder, "2026-11-24.html"));

        await new FileChannel().DeliverAsync(SampleDigests.Busy(), folder, CancellationToken.None);

        Assert.Equal(first, await File.ReadAllTextAsync(Path.Combine(folder, "2026-11-24.html")));
        Assert.Equal(4, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_tried_again_later()
    {
        var file = Path.Combine(folder, "a-file");
        await File.WriteAllTextAsync(file, "");

        Assert.IsType<DeliveryOutcome.Undecided>(await new FileChannel().DeliverAsync(SampleDigests.Busy(), file, CancellationToken.None));
    }
}
