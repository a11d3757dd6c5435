using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsMonitor.Detection;
using NewsMonitor.Detection.Candidates;
using NewsMonitor.Detection.Evaluation;
using NewsMonitor.Detection.Model;
using NewsMonitor.Detection.Training;
using NewsMonitor.Detection.Vocabulary;

// train FILES... --out weights.tsv      learns from all texts of the files
// cross FILES... [--misses LANGUAGE]    learns from four fifths, scores the last fifth, five times over
// score FILES... [--misses LANGUAGE]    scores the built-in weights
// reach FILES...                       names labelled findings that no candidate stands for: gaps of vocabulary
// test  FILES... [--on FILES...]        learns from the first, scores the second
// --part dev|held, --on-part dev|held   reads only that part of the files
if (args.Length < 2)
{
    Console.Error.WriteLine("train|cross|score FILES... [--out FILE] [--on FILES...] [--misses LANGUAGE] [--topics FOLDER]");
    return 2;
}

var verb = args[0];
var files = args.Skip(1).TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
var on = args.SkipWhile(a => a != "--on").Skip(1).TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
var topics = LoadTopics();
var texts = Weigh(LabelledFiles.Read(files, Option("--part")));
var options = new TrainingOptions();
if (Option("--rate") is { } rate)
    options = options with { Rate = double.Parse(rate, CultureInfo.InvariantCulture) };
if (Option("--decay") is { } decay)
    options = options with { Decay = double.Parse(decay, CultureInfo.InvariantCulture) };
if (Option("--stance-decay") is { } stanceDecay)
    options = options with { StanceDecay = double.Parse(stanceDecay, CultureInfo.InvariantCulture) };
if (Option("--dropout") is { } dropout)
    options = options with { Dropout = double.Parse(dropout, CultureInfo.InvariantCulture) };
if (Option("--least") is { } least)
    options = options with { LeastBags = int.Parse(least, CultureInfo.InvariantCulture) };
if (Option("--runs") is { } runs)
    options = options with { Runs = int.Parse(runs, CultureInfo.InvariantCulture) };
if (Option("--epochs") is { } epochs)
    options = options with { Epochs = int.Parse(epochs, CultureInfo.InvariantCulture) };
switch (verb)
{
    case "train":
        var trained = new Trainer(topics, options).Train(texts);
        Calibration.Add(trained, topics, CrossValidated());
        File.WriteAllText(Option("--out") ?? "weights.tsv", Table(trained));
        break;
    case "cross":
        Report(CrossValidated());
        break;
    case "reach":
        Reach.Print(topics, texts);
        break;
    case "test":
        var weights = Read(new Trainer(topics, options).Train(texts));
        Report(Said(topics.With(weights), LabelledFiles.Read(on.Count > 0 ? on : files, Option("--on-part"))));
        break;
    default:
        Report(Said(topics, texts.Select(t => t.Text)));
        break;
}

return 0;

TopicSet LoadTopics()
{
    if (Option("--topics") is not { } folder)
        return TopicSet.BuiltIn;
    var own = Directory.GetFiles(folder, "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || f.EndsWith(".tsv", StringComparison.Ordinal));
    var load = TopicSet.LoadOnly(own.Select(f => new NewsMonitor.Detection.Loading.TopicFile(Path.GetRelativePath(folder, f), File.ReadAllText(f))));
    foreach (var problem in load.Problems)
        Console.Error.WriteLine(problem);
    return load.Topics ?? throw new InvalidOperationException("The topics do not load.");
}

List<ReadText> Weigh(List<LabelledText> labelled)
{
    var detector = new Detector(topics);
    return [.. labelled.AsParallel().AsOrdered().Select(Read)];

    ReadText Read(LabelledText text)
    {
        var (read, candidates) = detector.Candidates(text.Document);
        return new ReadText(text, candidates, read.Sentences.Count);
    }
}

List<(LabelledText Text, ExplainedDetection Said)> CrossValidated()
{
    const uint Folds = 5;
    var result = new List<(LabelledText, ExplainedDetection)>();
    for (var fold = 0u; fold < Folds; fold++)
    {
        bool Out(LabelledText t) => Arg.HashOf(t.Id) % Folds == fold;
        var learned = Read(new Trainer(topics, options).Train([.. texts.Where(t => !Out(t.Text))]));
        result.AddRange(Said(topics.With(learned), texts.Select(t => t.Text).Where(Out)));
    }

    return result;
}

static List<(LabelledText Text, ExplainedDetection Said)> Said(TopicSet set, IEnumerable<LabelledText> labelled)
{
    var detector = new Detector(set);
    return [.. labelled.AsParallel().AsOrdered().Select(t => (t, detector.DetectExplained(t.Document)))];
}

static string Table(SortedDictionary<string, SortedDictionary<string, float>> trained)
{
    var table = new StringBuilder("# Learned from the labelled texts; see tests/NewsMonitor.Detection.Training. Section, feature, weight.\n");
    foreach (var (section, weights) in trained)
    {
        foreach (var (name, weight) in weights)
            table.Append(CultureInfo.InvariantCulture, $"{section}\t{name}\t{weight:0.###}\n");
    }

    return table.ToString();
}

static Weights Read(SortedDictionary<string, SortedDictionary<string, float>> trained)
{
    var weights = new Weights();
    weights.Read(Table(trained));
    return weights;
}

void Report(List<(LabelledText Text, ExplainedDetection Said)> said)
{
    var board = new Scoreboard();
    foreach (var (text, explained) in said)
        board.Add(text, explained.Detection.Findings.Select(LabelledFinding.Of));
    if (Option("--misses") is { } language)
    {
        foreach (var miss in board.Misses)
        {
            var (text, explained) = said.First(s => s.Text.Id == miss.Id);
            if (text.Document.Language == language || language == "all")
                Print(text, explained, miss);
        }
    }

    if (Option("--predictions") is { } file)
    {
        File.WriteAllLines(file, said.Select(s => JsonSerializer.Serialize(new
        {
            id = s.Text.Id,
            findings = s.Said.Detection.Findings.Select(f => new { topic = f.Topic, kind = f.Kind, direction = f.Direction, recognizer = f.Recognizer, regions = f.Regions, stance = f.Stance.ToString().ToLowerInvariant() }),
        })));
    }

    foreach (var scope in board.Languages.Append("all"))
    {
        var (t, f, s) = (board.Of(scope, ScoreLevel.Topic), board.Of(scope, ScoreLevel.Finding), board.Of(scope, ScoreLevel.Strict));
        Console.WriteLine(FormattableString.Invariant(
            $"{scope,-4} topic {t.Precision:0.000} {t.Recall:0.000} {t.F1:0.000}  finding {f.Precision:0.000} {f.Recall:0.000} {f.F1:0.000}  strict {s.F1:0.000}"));
    }

    if (Option("--attributes") is not null)
    {
        foreach (var attribute in board.Attributes)
        {
            var f = board.Of("all", attribute);
            Console.WriteLine(FormattableString.Invariant($"{attribute,-36} P {f.Precision:0.000} R {f.Recall:0.000} F1 {f.F1:0.000} n {f.Right + f.Missed}"));
        }
    }
}

static void Print(LabelledText text, ExplainedDetection explained, Miss miss)
{
    Console.WriteLine($"{text.Id}: {text.Document.Title} # {text.Document.Text.Replace('\n', '/')}");
    foreach (var missed in miss.Missed)
        Console.WriteLine($"   missed {missed}");
    foreach (var excess in miss.Excess)
    {
        var reasons = explained.Reasons.FirstOrDefault(r => LabelledFinding.Of(r.Finding).Whole == excess);
        Console.WriteLine($"   excess {excess} {reasons?.Finding.Confidence} [{string.Join("; ", reasons?.For ?? [])}] ({string.Join("; ", reasons?.Stance ?? [])}) <{string.Join(", ", reasons?.Words.Select(w => w.Part + ":" + w.Text) ?? [])}>");
    }

    if (miss.Missed.Length > 0)
    {
        foreach (var near in explained.NearMisses.Take(3))
            Console.WriteLine($"   near {near.What} {near.Confidence} {near.Reason} <{string.Join(", ", near.Words.Where(w => !w.Part.StartsWith("cue", StringComparison.Ordinal)).Select(w => w.Part + ":" + w.Text))}>");
    }
}

string? Option(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
