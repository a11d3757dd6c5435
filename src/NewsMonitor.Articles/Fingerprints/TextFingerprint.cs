using System.Buffers.Binary;
using System.Collections.Immutable;

namespace NewsMonitor.Articles.Fingerprints;

/// <summary>
/// A sketch of a text that two near-duplicates share most of: the smallest hashes of its shingles (a bottom-k sketch, Cohen and Kaplan 2007).
/// Light edits, another standfirst or an agency's dateline change a few of them, another story nearly all. Stable across versions and machines, so it may be stored.
/// </summary>
public sealed class TextFingerprint
{
    /// <summary>Hashes kept; the error of an estimate is about 0.5 / √256 = 0.03.</summary>
    private const int Kept = 256;

    private readonly ImmutableArray<ulong> _smallest;
    private readonly int _shingles;

    private TextFingerprint(ImmutableArray<ulong> smallest, int shingles) => (_smallest, _shingles) = (smallest, shingles);

    /// <summary>Whether the text had words enough to be compared.</summary>
    public bool IsEmpty => _smallest.IsEmpty;

    /// <summary>The fingerprint of a text in any script.</summary>
    public static TextFingerprint Of(string text)
    {
        var hashes = new HashSet<ulong>(Shingles.Of(text));
        return new TextFingerprint([.. hashes.Order().Take(Kept)], hashes.Count);
    }

    /// <summary>The part of all their shingles that both texts have (Jaccard), 0 to 1, estimated; 0 where one is empty.</summary>
    public double SimilarityTo(TextFingerprint other)
    {
        if (IsEmpty || other.IsEmpty) return 0;
        // The smallest hashes of the union are a fair sample of it; those that both texts have are the shared part.
        int i = 0, j = 0, seen = 0, shared = 0;
        var sample = Math.Min(Kept, Math.Max(_shingles, other._shingles));
        while (seen < sample && (i < _smallest.Length || j < other._smallest.Length))
        {
            var left = i < _smallest.Length ? _smallest[i] : ulong.MaxValue;
            var right = j < other._smallest.Length ? other._smallest[j] : ulong.MaxValue;
            if (left == right) shared++;
            if (left <= right) i++;
            if (right <= left) j++;
            seen++;
        }
        return (double)shared / seen;
    }

    /// <summary>The part of the shorter text's shingles that the longer one has, 0 to 1, estimated: near 1 for a shortened or a lengthened copy.</summary>
    public double Containment(TextFingerprint other)
    {
        var similarity = SimilarityTo(other);
        var shared = similarity * (_shingles + other._shingles) / (1 + similarity);
        return IsEmpty || other.IsEmpty ? 0 : Math.Min(1, shared / Math.Min(_shingles, other._shingles));
    }

    /// <summary>For storage: the count of shingles and the hashes, little endian.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[sizeof(int) + (_smallest.Length * sizeof(ulong))];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, _shingles);
        for (var i = 0; i < _smallest.Length; i++) BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(sizeof(int) + (i * sizeof(ulong))), _smallest[i]);
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are no fingerprint.</exception>
    public static TextFingerprint FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(int) || (bytes.Length - sizeof(int)) % sizeof(ulong) != 0) throw new FormatException("Not a text fingerprint.");
        var hashes = ImmutableArray.CreateBuilder<ulong>();
        for (var rest = bytes[sizeof(int)..]; rest.Length > 0; rest = rest[sizeof(ulong)..]) hashes.Add(BinaryPrimitives.ReadUInt64LittleEndian(rest));
        return new TextFingerprint(hashes.ToImmutable(), BinaryPrimitives.ReadInt32LittleEndian(bytes));
    }
}
