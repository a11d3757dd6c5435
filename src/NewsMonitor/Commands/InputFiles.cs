namespace NewsMonitor.Commands;

/// <summary>Files named on the command line, one after the other; none, or <c>-</c>, for standard input.</summary>
internal static class InputFiles
{
    public static async Task<int> EachAsync(string[] files, Func<byte[], TextWriter, Task> work, CancellationToken cancel)
    {
        var code = CommandLine.Done;
        await using var output = StandardOutput.Open();
        foreach (var file in files.Length == 0 ? ["-"] : files)
        {
            if (file != "-" && !File.Exists(file))
            {
                await Console.Error.WriteLineAsync($"{file}: the file does not exist");
                code = CommandLine.Failed;
                continue;
            }

            if (files.Length > 1)
                await output.WriteLineAsync($"== {file}");
            await work(file == "-" ? await StandardInputAsync(cancel) : await File.ReadAllBytesAsync(file, cancel), output);
        }

        return code;
    }

    private static async Task<byte[]> StandardInputAsync(CancellationToken cancel)
    {
        await using var input = Console.OpenStandardInput();
        using var all = new MemoryStream();
        await input.CopyToAsync(all, cancel);
        return all.ToArray();
    }
}
