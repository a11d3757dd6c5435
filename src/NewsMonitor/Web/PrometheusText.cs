using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using NewsMonitor.Metrics;

namespace NewsMonitor.Web;

/// <summary>
/// Adds up what instruments of some meters measure and writes it in Prometheus' text format (version 0.0.4). Histograms have fixed bounds
/// in seconds.
/// </summary>
internal sealed class PrometheusText : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly double[] Bounds = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, Series>> instruments = new();
    private readonly Lock reading = new();

    /// <summary>Begins to listen; what was counted before is not known.</summary>
    /// <param name="listens">The meters to listen to, such as <see cref="NewsMonitorMetrics.Meter"/> and the one named <c>System.Runtime</c>.</param>
    public PrometheusText(Predicate<Meter> listens)
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (!listens(instrument.Meter))
                return;
            instruments.TryAdd(instrument, new ConcurrentDictionary<string, Series>(StringComparer.Ordinal));
            l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.Start();
    }

    /// <summary>All series as they stand now.</summary>
    public string Write()
    {
        // One reader at a time: observable instruments are asked anew, and their last answers are forgotten first.
        lock (reading)
        {
            foreach (var (instrument, series) in instruments)
            {
                if (instrument.IsObservable)
                    series.Clear();
            }

            listener.RecordObservableInstruments();
            var text = new StringBuilder();
            foreach (var (instrument, series) in instruments.OrderBy(entry => entry.Key.Name, StringComparer.Ordinal))
                Write(text, instrument, series);
            return text.ToString();
        }
    }

    public void Dispose() => listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!instruments.TryGetValue(instrument, out var all))
            return;
        var series = all.GetOrAdd(Labels(tags), _ => new Series());
        lock (series)
        {
            if (instrument.IsObservable || Kind(instrument) == "gauge" && !IsUpDown(instrument))
                series.Sum = value;
            else
                series.Sum += value;
            series.Count++;
            if (Kind(instrument) == "histogram")
                series.Buckets[Bucket(value)]++;
        }
    }

    private static void Write(StringBuilder text, Instrument instrument, ConcurrentDictionary<string, Series> all)
    {
        if (all.IsEmpty)
            return;
        var kind = Kind(instrument);
        var name = Name(instrument, kind);
        text.Append("# HELP ").Append(name).Append(' ').Append(Escaped(instrument.Description ?? instrument.Name)).Append('\n');
        text.Append("# TYPE ").Append(name).Append(' ').Append(kind).Append('\n');
        foreach (var (labels, series) in all.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            lock (series)
            {
                if (kind == "histogram")
                    WriteHistogram(text, name, labels, series);
                else
                    Line(text, name, labels, series.Sum);
            }
        }
    }

    private static void WriteHistogram(StringBuilder text, string name, string labels, Series series)
    {
        long below = 0;
        for (var i = 0; i <= Bounds.Length; i++)
        {
            below += series.Buckets[i];
            var bound = i < Bounds.Length ? Number(Bounds[i]) : "+Inf";
            Line(text, name + "_bucket", labels.Length == 0 ? $"le=\"{bound}\"" : $"{labels},le=\"{bound}\"", below);
        }

        Line(text, name + "_sum", labels, series.Sum);
        Line(text, name + "_count", labels, series.Count);
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Kind(Instrument instrument)
    {
        var type = instrument.GetType().GetGenericTypeDefinition();
        if (type == typeof(Counter<>) || type == typeof(ObservableCounter<>))
            return "counter";
        return type == typeof(Histogram<>) ? "histogram" : "gauge";
    }

    private static bool IsUpDown(Instrument instrument) => instrument.GetType().GetGenericTypeDefinition() == typeof(UpDownCounter<>);

    private static string Name(Instrument instrument, string kind)
    {
        var name = new StringBuilder();
        foreach (var unit in instrument.Name)
            name.Append(char.IsAsciiLetterOrDigit(unit) ? unit : '_');
        var suffix = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        return name.Append(suffix).Append(kind == "counter" ? "_total" : "").ToString();
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var labels = new List<string>(tags.Length);
        foreach (var (key, value) in tags)
            labels.Add($"{key.Replace('.', '_')}=\"{Escaped(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }

    private static string Escaped(string text) => text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    private static int Bucket(double value)
    {
        var i = 0;
        while (i < Bounds.Length && value > Bounds[i])
            i++;
        return i;
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private sealed class Series
    {
        public double Sum { get; set; }

        public long Count { get; set; }

        public long[] Buckets { get; } = new long[Bounds.Length + 1];
    }
}
