using System.Collections.Immutable;

namespace NewsMonitor.Detection.Evaluation;

/// <summary>Precision, recall and their harmonic mean.</summary>
/// <param name="Right">Said and true.</param>
/// <param name="Excess">Said and not true.</param>
/// <param name="Missed">True and not said.</param>
public sealed record Figures(int Right, int Excess, int Missed)
{
    public double Precision => Right + Excess == 0 ? 1 : (double)Right / (Right + Excess);

    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>The three levels a text is scored at.</summary>
public enum ScoreLevel
{
    /// <summary>The text is flagged with the topic or not.</summary>
    Topic,

    /// <summary>The finding without its stance.</summary>
    Finding,

    /// <summary>The finding with its stance.</summary>
    Strict,
}

/// <summary>A text whose findings differ from its labels.</summary>
public sealed record Miss(string Id, ImmutableArray<string> Missed, ImmutableArray<string> Excess);

/// <summary>Counts findings against labels, by language, level and attribute.</summary>
public sealed class Scoreboard
{
    private readonly Dictionary<(string Scope, string What), (int Right, int Excess, int Missed)> _counts = [];
    private readonly List<Miss> _misses = [];

    /// <summary>The texts that differ at the strict level, in the order given.</summary>
    public IReadOnlyList<Miss> Misses => _misses;

    /// <summary>Languages seen.</summary>
    public ImmutableArray<string> Languages => [.. _counts.Keys.Select(k => k.Scope).Where(s => s != "all").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What is counted beside the three levels: each topic, kind, direction, recognizer set and stance, as <c>kind=troops</c>.</summary>
    public ImmutableArray<string> Attributes => [.. _counts.Keys.Select(k => k.What).Where(w => w.Contains('=', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public void Add(LabelledText text, IEnumerable<LabelledFinding> said)
    {
        var (want, got) = (text.Findings, said.ToImmutableArray());
        var scope = text.Document.Language ?? "?";
        Count(scope, ScoreLevel.Topic.ToString(), want.Select(f => f.Topic), got.Select(f => f.Topic));
        Count(scope, ScoreLevel.Finding.ToString(), want.Select(f => f.What), got.Select(f => f.What));
        Count(scope, ScoreLevel.Strict.ToString(), want.Select(f => f.Whole), got.Select(f => f.Whole));
        foreach (var attribute in want.Concat(got).SelectMany(AttributesOf).Distinct(StringComparer.Ordinal))
            Count(scope, attribute, want.Where(f => AttributesOf(f).Contains(attribute, StringComparer.Ordinal)).Select(f => f.Whole), got.Where(f => AttributesOf(f).Contains(attribute, StringComparer.Ordinal)).Select(f => f.Whole));
        var wantAll = want.Select(f => f.Whole).ToHashSet(StringComparer.Ordinal);
        var gotAll = got.Select(f => f.Whole).ToHashSet(StringComparer.Ordinal);
        if (!wantAll.SetEquals(gotAll))
            _misses.Add(new Miss(text.Id, [.. wantAll.Except(gotAll, StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. gotAll.Except(wantAll, StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
    }

    /// <summary>The figures of a language, or of <c>all</c>.</summary>
    public Figures Of(string scope, ScoreLevel level) => Of(scope, level.ToString());

    /// <summary>The strict figures of one attribute's findings, such as <c>kind=troops</c>.</summary>
    public Figures Of(string scope, string attribute)
    {
        var (right, excess, missed) = _counts.GetValueOrDefault((scope, attribute));
        return new Figures(right, excess, missed);
    }

    private static IEnumerable<string> AttributesOf(LabelledFinding finding)
    {
        yield return "topic=" + finding.Topic;
        yield return "stance=" + finding.Stance.ToString().ToLowerInvariant();
        if (finding.Kind is { } kind)
            yield return "kind=" + kind;
        if (finding.Direction is { } direction)
            yield return "direction=" + direction;
        foreach (var region in finding.Regions)
            yield return "region=" + region;
    }

    private void Count(string scope, string what, IEnumerable<string> want, IEnumerable<string> got)
    {
        var (wanted, gotten) = (want.ToHashSet(StringComparer.Ordinal), got.ToHashSet(StringComparer.Ordinal));
        var right = wanted.Count(gotten.Contains);
        foreach (var key in new[] { (scope, what), ("all", what) })
        {
            var before = _counts.GetValueOrDefault(key);
            _counts[key] = (before.Right + right, before.Excess + gotten.Count - right, before.Missed + wanted.Count - right);
        }
    }
}
