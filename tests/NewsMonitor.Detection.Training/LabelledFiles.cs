using System.Security.Cryptography;
using System.Text;
using NewsMonitor.Detection.Evaluation;

namespace NewsMonitor.Detection.Training;

/// <summary>Reads labelled texts from JSON Lines files.</summary>
internal static class LabelledFiles
{
    /// <param name="files">Paths of the files.</param>
    /// <param name="part"><c>dev</c> for the two thirds that are worked on, <c>held</c> for the third that is only measured on, or null for all.</param>
    public static List<LabelledText> Read(IEnumerable<string> files, string? part) =>
        [.. files.SelectMany(File.ReadLines).Where(l => l.Length > 0).Select(Parse).Where(t => part is null || IsHeldOut(t.Id) == (part == "held"))];

    /// <summary>A third of the texts by a hash of their id, chosen before anybody read them.</summary>
    private static bool IsHeldOut(string id)
    {
        var remainder = 0;
        foreach (var digit in SHA256.HashData(Encoding.UTF8.GetBytes(id)))
            remainder = ((remainder * 256) + digit) % 3;
        return remainder == 0;
    }

    private static LabelledText Parse(string line) => LabelledLine.Read(line, out var reason) ?? throw new InvalidDataException($"{reason}\n{line}");
}
