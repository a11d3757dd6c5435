using System.Collections.Immutable;
using NewsMonitor.Digests.Rendering;

namespace NewsMonitor.Digests.Chat;

/// <summary>What one message of a chat may hold, in the unit in which its form counts.</summary>
/// <param name="Message">The most in a message.</param>
/// <param name="Passage">The most in a passage.</param>
/// <param name="Passages">The most passages in a message.</param>
/// <param name="Messages">The most messages for one digest: nobody reads a hundred, and chats throttle who sends them.</param>
internal sealed record ChatLimits(int Message, int Passage, int Passages, int Messages);

/// <summary>Parts a digest into messages: between passages, never inside one.</summary>
internal static class ChatMessages
{
    // Stands for any number, when room is kept for the title of a message.
    private const int AnyNumber = 99;

    /// <summary>
    /// The messages in order, each beginning with the digest's subject. What does not fit the last one is told as an exact count, and a passage that fits no
    /// message is named instead of cut.
    /// </summary>
    public static ImmutableArray<ImmutableArray<Passage>> Of(Digest digest, ChatLimits limits, Func<Passage, int> size)
    {
        var room = limits.Message - size(Title(digest, AnyNumber, AnyNumber));
        var bound = Math.Min(room, limits.Passage);
        var messages = Packed(ChatDigest.Of(digest).Select(passage => size(passage) <= bound ? passage : TooLong(passage)), room, limits.Passages - 1, size);
        if (messages.Count > limits.Messages)
            messages = Shortened(digest, messages, room, limits, size);
        return [.. messages.Select((message, i) => (ImmutableArray<Passage>)[Title(digest, i + 1, messages.Count), .. message])];
    }

    private static List<List<Passage>> Packed(IEnumerable<Passage> passages, int room, int most, Func<Passage, int> size)
    {
        List<List<Passage>> messages = [];
        var left = 0;
        foreach (var passage in passages)
        {
            var need = size(passage);
            if (messages.Count == 0 || need > left || messages[^1].Count >= most)
            {
                messages.Add([]);
                left = room;
            }

            messages[^1].Add(passage);
            left -= need;
        }

        return messages;
    }

    private static List<List<Passage>> Shortened(Digest digest, List<List<Passage>> messages, int room, ChatLimits limits, Func<Passage, int> size)
    {
        var kept = messages[..limits.Messages];
        var last = kept[^1];
        var untold = messages.Skip(limits.Messages).SelectMany(message => message).Sum(passage => passage.Entries);
        while (last.Count > 0 && (last.Count + 2 > limits.Passages || last.Sum(size) + size(Rest(digest, untold)) > room))
        {
            untold += last[^1].Entries;
            last.RemoveAt(last.Count - 1);
        }

        last.Add(Rest(digest, untold));
        return kept;
    }

    private static Passage Title(Digest digest, int number, int count) =>
        new([PassageLine.Strong(count == 1 ? DigestSubject.Of(digest) : $"{DigestSubject.Of(digest)} ({Phrases.Number(number)} of {Phrases.Number(count)})")]);

    private static Passage Rest(Digest digest, int untold)
    {
        var told = untold == 0 ? "The coverage is told in the full digest only" : $"{Phrases.Count(untold, "more entry", "more entries")} in the full digest";
        return Passage.Of($"{told}: {digest.ReportUrl ?? digest.Name}");
    }

    private static Passage TooLong(Passage passage) =>
        Passage.Of("Something too long for a message here stands in the full digest.") with { Entries = passage.Entries };
}
