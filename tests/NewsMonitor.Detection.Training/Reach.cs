using NewsMonitor.Detection.Candidates;
using NewsMonitor.Detection.Evaluation;

namespace NewsMonitor.Detection.Training;

/// <summary>Names the labelled findings that no candidate stands for: the words or names that say them are missing from the topic files.</summary>
internal static class Reach
{
    public static void Print(TopicSet topics, IEnumerable<ReadText> texts)
    {
        var trainer = new Trainer(topics, new TrainingOptions());
        var (reached, all) = (0, 0);
        foreach (var (text, candidates, _) in texts)
        {
            var missing = text.Findings.Where(f => !candidates.Exists(c => c.Topic.Id == f.Topic && trainer.Says(f, c) && (f.Recognizer is null || c.Regions.Length > 0))).ToList();
            all += text.Findings.Length;
            reached += text.Findings.Length - missing.Count;
            if (missing.Count > 0)
                Console.WriteLine($"{text.Id}: {text.Document.Text.Replace('\n', '/')}\n   {string.Join("; ", missing.Select(m => m.Whole))}");
        }

        Console.WriteLine($"{reached} of {all} reached");
    }
}
