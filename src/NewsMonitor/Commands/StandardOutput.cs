using System.Text;

namespace NewsMonitor.Commands;

/// <summary>Standard output for results: UTF-8 without a byte order mark and with line feeds, whatever the machine's own habits are.</summary>
internal static class StandardOutput
{
    public static StreamWriter Open() => new(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
}
