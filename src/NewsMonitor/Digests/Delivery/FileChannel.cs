using System.Text;
using NewsMonitor.Digests.Rendering;

namespace NewsMonitor.Digests.Delivery;

/// <summary>
/// Writes a digest into a folder in every form, <c>2026-11-24.html</c>, <c>.txt</c>, <c>.md</c> and <c>.json</c>. Each file appears whole or not at
/// all, and writing it again changes nothing.
/// </summary>
internal sealed class FileChannel : IDeliveryChannel
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="digest">The digest.</param>
    /// <param name="recipient">The folder; it is made where it does not exist.</param>
    /// <param name="cancel">Stops between files.</param>
    public async Task<DeliveryOutcome> DeliverAsync(Digest digest, string recipient, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(recipient);
            await WriteAsync(recipient, digest.Name + ".txt", TextDigest.Render(digest), cancel);
            await WriteAsync(recipient, digest.Name + ".md", MarkdownDigest.Render(digest), cancel);
            await WriteAsync(recipient, digest.Name + ".json", DigestJson.WriteIndented(digest), cancel);
            await WriteAsync(recipient, digest.Name + ".html", HtmlDigest.Render(digest, HtmlExtent.Whole), cancel);
            return new DeliveryOutcome.Delivered("written");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DeliveryOutcome.Undecided(e.Message);
        }
    }

    private static async Task WriteAsync(string folder, string name, string content, CancellationToken cancel)
    {
        // The dot hides it from whoever watches the folder; the same name at every attempt, so that a crash leaves no heap of them.
        var draft = Path.Combine(folder, $".{name}.tmp");
        await File.WriteAllTextAsync(draft, content, Utf8, cancel);
        File.Move(draft, Path.Combine(folder, name), overwrite: true);
    }
}
