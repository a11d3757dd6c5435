using System.Text;

namespace NewsMonitor.Commands;

/// <summary>One line in, one line out, in the order read; streaming, so that a pipe of any length needs no more memory than its longest line.</summary>
internal static class JsonLinesLoop
{
    /// <param name="files">Files to read one after the other; none, or <c>-</c>, for standard input.</param>
    public static async Task<int> RunAsync(string[] files, Func<string, CancellationToken, Task<string>> answer, CancellationToken cancel)
    {
        await using var output = StandardOutput.Open();
        foreach (var file in files.Length == 0 ? ["-"] : files)
        {
            if (file != "-" && !File.Exists(file))
            {
                await Console.Error.WriteLineAsync($"{file}: the file does not exist");
                return CommandLine.WrongCall;
            }

            using var input = new StreamReader(file == "-" ? Console.OpenStandardInput() : File.OpenRead(file), Encoding.UTF8);
            while (await input.ReadLineAsync(cancel) is { } line)
            {
                if (line.AsSpan().Trim().IsEmpty)
                    continue;
                await output.WriteLineAsync((await answer(line, cancel)).AsMemory(), cancel);
                if (file == "-")
                    await output.FlushAsync(cancel);
            }
        }

        return CommandLine.Done;
    }
}
