using System.Buffers.Binary;
using System.Collections.Immutable;

namespace NewsMonitor.Articles.Fingerprints;

/// <summary>
/// A text small enough to keep and to compare: the smallest hashes of its shingles (a bottom-k sketch after Broder, "On the resemblance and containment of
/// documents", 1997). Edits, another standfirst, an agency's dateline or the boxes of a page change some of them, another story nearly all. Stable across
/// versions and machines, so it may be stored.
/// </summary>
public sealed class TextFingerprint
{
    /// <summary>Hashes kept. A report of up to so many words is compared exactly; of a longer one an estimate errs by a few hundredths.</summary>
    private const int Kept = 512;

    /// <summary>
    /// The part of the shorter text that a copy has: whole articles edited at every seventh word, halved and put between other boxes keep more, and different
    /// articles that quote the same paragraph of background have less.
    /// </summary>
    private const double CopiedPart = 0.45;

    /// <summary>Shorter texts are the same where all of them is, and else tell too little.</summary>
    private const int FewestShingles = 20;

    private readonly ImmutableArray<uint> _smallest;

    private TextFingerprint(ImmutableArray<uint> smallest, int shingles) => (_smallest, Shingles) = (smallest, shingles);

    /// <summary>How many different shingles the text has: about as many as words, or as characters in a script without spaces.</summary>
    public int Shingles { get; }

    /// <summary>Whether the text had too few words to be compared.</summary>
    public bool IsEmpty => _smallest.IsEmpty;

    /// <summary>The fingerprint of a text in any script; never throws, whatever the text.</summary>
    public static TextFingerprint Of(string text)
    {
        var hashes = new HashSet<uint>(Fingerprints.Shingles.Of(text));
        return new TextFingerprint([.. hashes.Order().Take(Kept)], hashes.Count);
    }

    /// <summary>The part of all their shingles that both texts have (Jaccard), 0 to 1, estimated; 0 where one is empty.</summary>
    public double Resemblance(TextFingerprint other)
    {
        var (mine, theirs, shared) = Compare(other);
        var all = mine + theirs - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    /// <summary>The part of the shorter text's shingles that the longer one has, 0 to 1, estimated; 0 where one is empty. Near 1 for a shortened or a lengthened copy.</summary>
    public double Containment(TextFingerprint other)
    {
        var (mine, theirs, shared) = Compare(other);
        var shorter = Shingles <= other.Shingles ? mine : theirs;
        return shorter == 0 ? 0 : (double)shared / shorter;
    }

    /// <summary>Whether both are one text: syndicated, edited, shortened or framed by other boxes. Reports of one event by two hands are not.</summary>
    public bool IsCopyOf(TextFingerprint other) =>
        Math.Min(Shingles, other.Shingles) >= FewestShingles ? Containment(other) >= CopiedPart : Resemblance(other) >= 1;

    /// <summary>For storage: the count of shingles and the hashes, little endian; 2 kB at most.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[sizeof(int) + (_smallest.Length * sizeof(uint))];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Shingles);
        for (var i = 0; i < _smallest.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(sizeof(int) + (i * sizeof(uint))), _smallest[i]);
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are no fingerprint.</exception>
    public static TextFingerprint FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(int) || (bytes.Length - sizeof(int)) % sizeof(uint) != 0) throw new FormatException("Not a text fingerprint.");
        var shingles = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var hashes = ImmutableArray.CreateBuilder<uint>((bytes.Length - sizeof(int)) / sizeof(uint));
        for (var rest = bytes[sizeof(int)..]; rest.Length > 0; rest = rest[sizeof(uint)..])
        {
            var hash = BinaryPrimitives.ReadUInt32LittleEndian(rest);
            if (hashes.Count > 0 && hash <= hashes[^1]) throw new FormatException("Not a text fingerprint.");
            hashes.Add(hash);
        }
        if (hashes.Count != Math.Min(shingles, Kept)) throw new FormatException("Not a text fingerprint.");
        return new TextFingerprint(hashes.MoveToImmutable(), shingles);
    }

    /// <summary>Counts below the largest hash up to which both fingerprints are whole: there each is a fair sample of its text, and so is what they share.</summary>
    private (int Mine, int Theirs, int Shared) Compare(TextFingerprint other)
    {
        var limit = Math.Min(Reach(), other.Reach());
        int i = 0, j = 0, shared = 0;
        while (true)
        {
            var mine = i < _smallest.Length && _smallest[i] <= limit;
            var theirs = j < other._smallest.Length && other._smallest[j] <= limit;
            if (!mine && !theirs) return (i, j, shared);
            var order = !theirs ? -1 : !mine ? 1 : _smallest[i].CompareTo(other._smallest[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
    }

    private uint Reach() => Shingles > Kept ? _smallest[^1] : uint.MaxValue;
}
