using System.Text.Json;
using NewsMonitor.Detection.Candidates;
using NewsMonitor.Detection.Evaluation;
using NewsMonitor.Detection.Vocabulary;
using NewsMonitor.Detection.Reading;

namespace NewsMonitor.Detection.Training;

internal static class Dump
{
    public static void Write(TopicSet topics, List<ReadText> texts, string path)
    {
        var trainer = new Trainer(topics, new TrainingOptions());
        var detector = new Detector(topics);
        using var file = new StreamWriter(path);
        foreach (var (text, _, _) in texts)
        {
            var (read, candidates) = detector.Candidates(text.Document);
            file.WriteLine(JsonSerializer.Serialize(new
            {
                id = text.Id,
                lang = text.Document.Language,
                findings = text.Findings.Select(f => new { f.Topic, f.Kind, f.Direction, f.Recognizer, f.Regions, stance = f.Stance.ToString() }),
                sentences = read.Sentences.Select(s => new
                {
                    text = s.Text.Span[s.Start..s.End].ToString(),
                    start = s.Start,
                    form = s.Form.ToString(),
                    title = s.InTitle,
                    line = s.Line,
                    question = s.Question,
                    tokens = s.Tokens.Select(t => new object[] { t.Start - s.Start, t.End - s.Start, t.Clause, t.Sense.Kind.ToString(), Name(topics, t), t.Word, t.EndWord }),
                    mentions = s.Mentions.Select(m => new object[] { m.Start - s.Start, m.End - s.Start, m.Token.Clause, topics.Actors[m.Actor], m.Role.ToString(), m.Form.ToString(), m.Coordination, m.Anaphor, m.Token.Word, m.Token.EndWord }),
                }),
                candidates = candidates.Select(c => new
                {
                    topic = c.Topic.Id,
                    kind = c.Kind < 0 ? null : c.Topic.Kinds[c.Kind].Id,
                    dir = c.Kind < 0 ? null : c.Topic.DirectionNames[(int)c.Direction],
                    rec = c.Kind >= 0 ? null : c.Recognizer < 0 ? "XXX" : topics.Actors[c.Recognizer],
                    conflict = c.Conflict,
                    regions = c.Regions,
                    s = c.Sentence,
                    t0 = c.Trigger.Start - read.Sentences[c.Sentence].Start,
                    t1 = c.Trigger.End - read.Sentences[c.Sentence].Start,
                    cls = c.Topic.Classes[c.Trigger.Sense.B].Id,
                    f = c.Features.Names,
                    sf = c.StanceFeatures!.Names,
                    y = text.Findings.Where(f => f.Topic == c.Topic.Id && trainer.Says(f, c)).Select(f => (int)f.Stance),
                }),
            }));
        }
    }

    private static string Name(TopicSet topics, Token t) => t.Sense.Kind switch
    {
        SenseKind.Territory => topics.Topics[t.Sense.A].Territories[t.Sense.B].Id,
        SenseKind.Matter => topics.Topics[t.Sense.A].Id[..4] + ":" + topics.Topics[t.Sense.A].Classes[t.Sense.B].Id,
        SenseKind.NotAbout => topics.Topics[t.Sense.A].Id[..4],
        SenseKind.Act => ((Act)t.Sense.A).ToString(),
        SenseKind.Cue => ((Cue)t.Sense.A).ToString(),
        SenseKind.Marker => ((Role)t.Sense.A).ToString(),
        SenseKind.Pronoun => ((Pronoun)t.Sense.A).ToString(),
        _ => "",
    };
}
