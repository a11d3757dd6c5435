using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;

namespace NewsMonitor.Benchmarks.Rounds;

/// <summary>
/// The same feeds on nine loopback addresses, served by nginx and read by newsboat and by the program, one after the other; neither reads pages. Both are Debian packages
/// (<c>nginx-light</c>, <c>newsboat</c>).
/// </summary>
internal static class ReloadBenchmark
{
    private const int Addresses = 9;
    private const int Port = 18081;
    private const int AtOnce = 32;

    private static readonly string[] Words = "harbor minister train bridge season council market river report school weather budget island winter station garden museum election football energy village airport doctor farmer".Split(' ');

    /// <param name="program">The published <c>newsmonitor</c> or its dll.</param>
    /// <param name="rounds">How often each of the two is run, in turns; the figures are those of its quickest run.</param>
    public static async Task<int> RunAsync(string program, int feeds, int items, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("newsmonitor-reload-").FullName;
        Write(folder, feeds, items);
        using var server = await ServeAsync(folder);
        try
        {
            var (newsboat, ours) = (new List<Reading>(), new List<Reading>());
            for (var round = 0; round < rounds; round++)
            {
                newsboat.Add(await NewsboatAsync(folder, round));
                ours.Add(await NewsMonitorAsync(program, folder, round));
            }

            var (theirs, own) = (newsboat.MinBy(reading => reading.Process.Processor)!, ours.MinBy(reading => reading.Process.Processor)!);
            Print("newsboat", theirs, feeds);
            Print("newsmonitor", own, feeds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"feeds per second of processor time: {theirs.Process.Processor / own.Process.Processor:0.0} times newsboat's"));
            return own.Items == feeds * items && own.Process.ExitCode == 0 ? 0 : 1;
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Reading> NewsboatAsync(string folder, int round)
    {
        var (cache, config) = (Path.Combine(folder, $"newsboat-{round}.db"), Path.Combine(folder, "newsboat.config"));
        await File.WriteAllTextAsync(config, string.Create(CultureInfo.InvariantCulture, $"reload-threads {AtOnce}\n"));
        var process = await MeasuredProcess.RunAsync(
            "newsboat", ["-x", "reload", "-q", "-u", Path.Combine(folder, "urls"), "-c", cache, "-C", config], folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["HOME"] = folder });
        return new Reading(process, Count(cache, "rss_item"));
    }

    private static async Task<Reading> NewsMonitorAsync(string program, string folder, int round)
    {
        var settings = PollRoundBenchmark.Settings(folder);
        var store = settings["NEWSMONITOR_Storage__Path"] = Path.Combine(folder, $"newsmonitor-{round}.db");
        settings["NEWSMONITOR_Fetching__MaxConcurrency"] = AtOnce.ToString(CultureInfo.InvariantCulture);
        settings["NEWSMONITOR_Fetching__PerHostConnections"] = ((AtOnce / Addresses) + 1).ToString(CultureInfo.InvariantCulture);
        var process = await MeasuredProcess.RunAsync(program, ["poll", "--all", "--feeds-only", "--json"], folder, settings);
        return new Reading(process, Count(store, "items"));
    }

    private static long Count(string file, string table)
    {
        using var store = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    private static void Print(string name, Reading reading, int feeds) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-12} {reading.Process.Elapsed.TotalSeconds,6:0.0} s  {feeds / reading.Process.Elapsed.TotalSeconds,6:0} feeds a second  {reading.Process.Processor.TotalSeconds,6:0.00} s of processor time  {reading.Process.Processor.TotalMilliseconds / feeds,6:0.00} ms a feed  {reading.Process.PeakBytes >> 20,4} MiB  {reading.Items} items stored"));

    private static void Write(string folder, int feeds, int items)
    {
        Directory.CreateDirectory(Path.Combine(folder, "feeds"));
        var (urls, opml) = (new StringBuilder(), new StringBuilder("<opml version=\"2.0\"><body>"));
        for (var feed = 0; feed < feeds; feed++)
        {
            File.WriteAllText(Path.Combine(folder, "feeds", $"{feed}.xml"), Feed(feed, items));
            var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.{(feed % Addresses) + 1}:{Port}/{feed}.xml");
            urls.Append(url).Append('\n');
            opml.Append(CultureInfo.InvariantCulture, $"<outline type=\"rss\" text=\"Feed {feed}\" xmlUrl=\"{url}\"/>");
        }

        File.WriteAllText(Path.Combine(folder, "urls"), urls.ToString());
        File.WriteAllText(Path.Combine(folder, "feeds.opml"), opml.Append("</body></opml>").ToString());
    }

    private static string Feed(int feed, int items)
    {
        var random = new Random(feed);
        var xml = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Feed {feed}</title><link>http://news.example/{feed}</link><description>News</description>"));
        for (var item = 0; item < items; item++)
        {
            var summary = string.Join(' ', Enumerable.Range(0, 40).Select(_ => Words[random.Next(Words.Length)]));
            xml.Append(CultureInfo.InvariantCulture, $"\n<item><title>Report {feed}-{item}</title><link>http://news.example/{feed}/{item}</link><guid isPermaLink=\"false\">{feed}-{item}</guid>");
            xml.Append(CultureInfo.InvariantCulture, $"<pubDate>Mon, 23 Nov 2026 {23 - item % 24:00}:{feed % 60:00}:00 GMT</pubDate><description>{summary}</description></item>");
        }

        return xml.Append("\n</channel></rss>\n").ToString();
    }

    private static async Task<Process> ServeAsync(string folder)
    {
        var config = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(config, string.Create(CultureInfo.InvariantCulture, $$"""
            daemon off;
            master_process off;
            pid {{folder}}/nginx.pid;
            error_log stderr crit;
            events { worker_connections 512; }
            http {
                access_log off;
                client_body_temp_path {{folder}}/t1; proxy_temp_path {{folder}}/t2; fastcgi_temp_path {{folder}}/t3; uwsgi_temp_path {{folder}}/t4; scgi_temp_path {{folder}}/t5;
                types { application/rss+xml xml; }
                server { listen {{Port}}; root {{folder}}/feeds; }
            }
            """));
        var server = Process.Start(new ProcessStartInfo("nginx", ["-p", folder, "-c", config]) { UseShellExecute = false })!;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await probe.ConnectAsync(IPAddress.Loopback, Port);
                return server;
            }
            catch (SocketException) when (attempt < 50 && !server.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }

    private sealed record Reading(MeasuredProcess Process, long Items);
}
