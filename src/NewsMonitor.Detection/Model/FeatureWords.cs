using System.Collections.Frozen;

namespace NewsMonitor.Detection.Model;

/// <summary>A feature's name as a person reads it: "giver subject&lt;close" is "the giver: subject, a few words before it".</summary>
internal static class FeatureWords
{
    private static readonly FrozenDictionary<string, string> Families = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["giver"] = "the giver",
        ["taker"] = "the taker",
        ["either"] = "one of both parties",
        ["giver-does"] = "what the giver does",
        ["taker-does"] = "what the taker does",
        ["either-does"] = "what one of both does",
        ["giver-form"] = "how the giver is named",
        ["taker-form"] = "how the taker is named",
        ["pair"] = "giver and taker",
        ["mutual-pair"] = "both parties",
        ["order"] = "order of the words",
        ["class"] = "word of the topic",
        ["kind"] = "kind",
        ["act"] = "verb",
        ["third"] = "another party",
        ["thirds"] = "other parties",
        ["list"] = "named in one list",
        ["note"] = "words of another subject",
        ["line"] = "kind of line",
        ["cue"] = "cue",
        ["fit"] = "how both are marked",
        ["nearest"] = "nearest party",
        ["who"] = "the recognizer",
        ["who-form"] = "how the recognizer is named",
        ["who-is"] = "the recognizer in this conflict",
        ["who-rank"] = "place among the parties",
        ["who-what"] = "recognizer and territory",
        ["what"] = "the territory",
        ["object"] = "what is recognized",
        ["rule"] = "rule for the recognizer",
        ["said"] = "the word",
        ["word-before"] = "word before it",
        ["word-after"] = "word after it",
        ["next"] = "next expression",
        ["last"] = "expression before",
        ["beside"] = "the text speaks also of",
        ["text-has"] = "the text has",
        ["named"] = "times named",
        ["size"] = "length of the text",
        ["place"] = "place in the text",
        ["stance"] = "what is usual",
        ["scope"] = "by scope of the cues",
        ["clause-cues"] = "cues of the clause",
        ["sentence-cues"] = "cues of the sentence",
        ["cue-left"] = "cue before it",
        ["cue-right"] = "cue after it",
        ["cue-sides"] = "cues around it",
        ["cue-before"] = "cue in the sentence before",
        ["cue-after"] = "cue in the sentence after",
        ["near-cue"] = "cue near by",
        ["text-cue"] = "cue in the text",
        ["before-cue"] = "who stands before the cue",
        ["no-cue"] = "no cue",
        ["question"] = "a question",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Distances = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["touching"] = "right ",
        ["close"] = "a few words ",
        ["clause"] = "in its clause ",
        ["next"] = "a clause ",
        ["beyond"] = "far ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string feature)
    {
        var parts = feature.Split(' ');
        var family = Families.GetValueOrDefault(parts[0]) ?? Plain(parts[0]);
        return parts.Length == 1 ? family : $"{family}: {string.Join(", ", parts.Skip(1).Select(Argument))}";
    }

    private static string Argument(string part)
    {
        var side = part.IndexOfAny(['<', '>']);
        if (side >= 0)
            return Placed(part[..side], part[side] == '<' ? "before it" : "after it", part[(side + 1)..]);
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        return colon == 2 ? $"\"{part[3..].Replace('_', ' ')}\"" : Plain(part.Replace("+", ", ", StringComparison.Ordinal));
    }

    private static string Placed(string what, string side, string distance)
    {
        var where = (Distances.GetValueOrDefault(distance) ?? "") + side;
        return what.Length == 0 ? where : $"{Plain(what)} {where}";
    }

    private static string Plain(string part) => part.Replace('-', ' ').Trim();
}
