using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace NewsMonitor.Commands;

/// <summary>Log events as one line each on standard error, without control characters, so that no title and no server's answer can forge a line or color a terminal.</summary>
internal sealed class ConsoleLines(TimeProvider time) : ConsoleFormatter(Name)
{
    public new const string Name = "lines";

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter writer)
    {
        var line = new StringBuilder(time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z' ", CultureInfo.InvariantCulture))
            .Append(Word(entry.LogLevel))
            .Append(' ')
            .Append(entry.Category[(entry.Category.LastIndexOf('.') + 1)..])
            .Append(": ")
            .Append(entry.Formatter(entry.State, entry.Exception));
        if (entry.Exception is { } trouble)
            line.Append(" | ").Append(trouble);
        writer.WriteLine(OneLine(line));
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "error",
        _ => "fatal",
    };

    private static string OneLine(StringBuilder line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsControl(line[i]) || line[i] is '\u2028' or '\u2029')
                line[i] = ' ';
        }

        return line.ToString();
    }
}
