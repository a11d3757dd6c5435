using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsMonitor.Tests.Worlds;

/// <summary>A mail server on loopback that keeps what it was sent, refuses whom it is told to, and speaks no TLS.</summary>
internal sealed class StubMailbox : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private readonly ConcurrentDictionary<string, string> refusals = new(StringComparer.OrdinalIgnoreCase);
    private readonly Task serving;

    private StubMailbox()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Everything accepted so far, in order.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. mails];

    /// <summary>Whether the connection is dropped after a message was taken and before that is said.</summary>
    public bool DropsBeforeAnswer { get; set; }

    public static StubMailbox Start() => new();

    /// <summary>Answers this recipient with such a line as <c>550 5.1.1 no such user</c> from now on.</summary>
    public void Refuses(string recipient, string line) => refusals[recipient] = line;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var dialogues = new List<Task>();
        try
        {
            while (!stop.IsCancellationRequested)
                dialogues.Add(TalkAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(dialogues);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var connection = client;
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 mailbox.test ready");
            await DialogueAsync(reader, writer);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side hung up, or the test is over.
            return;
        }
    }

    private async Task DialogueAsync(StreamReader reader, StreamWriter writer)
    {
        var from = "";
        var to = new List<string>();
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO" or "RSET" or "NOOP":
                    await writer.WriteLineAsync("250 mailbox.test");
                    break;
                case "MAIL":
                    from = Address(line);
                    to.Clear();
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "RCPT" when refusals.TryGetValue(Address(line), out var refusal):
                    await writer.WriteLineAsync(refusal);
                    break;
                case "RCPT":
                    to.Add(Address(line));
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    mails.Enqueue(new ReceivedMail(from, [.. to], await MessageAsync(reader)));
                    if (DropsBeforeAnswer)
                        return;
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("502 not spoken here");
                    break;
            }
        }
    }

    private async Task<string> MessageAsync(StreamReader reader)
    {
        var raw = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
            raw.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return raw.ToString();
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}
