using System.Text;

namespace NewsMonitor.Feeds.Tests.Mutations;

/// <summary>Makes broken feeds out of seeds. The same seeds and numbers give the same feeds, so a failure is found again by its number.</summary>
internal sealed class FeedMutator(IReadOnlyList<FeedSeed> seeds)
{
    private const int MostChanges = 8;
    private const int LongestRange = 400;

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "<", ">", "&", "\"", "'", "<![CDATA[", "]]>", "<!--", "-->", "<item>", "</item>", "<entry>", "</channel>", "<!DOCTYPE x [", "<!ENTITY a '&a;&a;'>", "&a;", "xmlns=", "\0", "{", "[", "}", "\\u",
            "\\uD800", "&#xFFFFFFFF;", "&#0;", "<title>", "<a b=\"", "xml:base='//'", "http://[", "\uFEFF", "\u202E", "<?xml version='1.0' encoding='utf-7'?>", "99999999999999999999", "-1", "1e999",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x1F, 0x8B],
    ];

    private static readonly string?[] ContentTypes = [null, "text/xml; charset=utf-16", "application/json", "text/html; charset=\"", "; charset=koi8-r", "\0"];

    /// <summary>The feed of a number.</summary>
    public FeedSeed Make(int number)
    {
        var random = new Random(number);
        var seed = seeds[number % seeds.Count];
        var body = seed.Body;
        for (var change = random.Next(1, MostChanges + 1); change > 0; change--)
            body = Change(body, random);
        return new FeedSeed(body, random.Next(10) == 0 ? ContentTypes[random.Next(ContentTypes.Length)] : seed.ContentType);
    }

    private byte[] Change(byte[] body, Random random)
    {
        if (body.Length == 0)
            return Pieces[random.Next(Pieces.Length)];
        var at = random.Next(body.Length);
        var until = Math.Min(body.Length, at + random.Next(LongestRange));
        switch (random.Next(8))
        {
            case 0:
                byte[] flipped = [.. body];
                flipped[at] = (byte)random.Next(256);
                return flipped;
            case 1:
                return [.. body.AsSpan(0, at), .. body.AsSpan(until)];
            case 2:
                return [.. body.AsSpan(0, at), .. Pieces[random.Next(Pieces.Length)], .. body.AsSpan(at)];
            case 3:
                return [.. body.AsSpan(0, until), .. body.AsSpan(at)];
            case 4:
                var repeated = Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(1, 300)).SelectMany(piece => piece);
                return [.. body.AsSpan(0, at), .. repeated.ToArray(), .. body.AsSpan(at)];
            case 5:
                var other = seeds[random.Next(seeds.Count)].Body;
                return [.. body.AsSpan(0, at), .. other.AsSpan(random.Next(other.Length + 1))];
            case 6:
                return body[..at];
            default:
                return [.. body.AsSpan(at), .. body.AsSpan(0, at)];
        }
    }
}
