using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NewsMonitor.Stories;

/// <summary>
/// A text small enough to keep and to compare: the smallest hashes of its shingles (a bottom-k sketch after Broder, "On the resemblance and
/// containment of documents", 1997). Of two sketches the resemblance of the texts can be told to within a few hundredths.
/// </summary>
/// <param name="Hashes">At most <see cref="Capacity"/> hashes, ascending, each once.</param>
/// <param name="Shingles">How many different shingles the text has.</param>
internal sealed record TextSketch(ImmutableArray<ulong> Hashes, int Shingles)
{
    public const int Capacity = 128;
    private const int ShingleTokens = 5;
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>The sketch of a text: of every five tokens in a row; of all of them where there are fewer.</summary>
    public static TextSketch Of(string text)
    {
        var tokens = Tokens.Of(text).Select(Hash).ToArray();
        var shingles = new HashSet<ulong>();
        for (var i = 0; i + ShingleTokens <= tokens.Length; i++)
            shingles.Add(Combine(tokens.AsSpan(i, ShingleTokens)));
        if (shingles.Count == 0 && tokens.Length > 0)
            shingles.Add(Combine(tokens));
        return new TextSketch([.. shingles.Order().Take(Capacity)], shingles.Count);
    }

    /// <summary>The estimated share of shingles of either text that both have, 0 to 1; 0 where either is empty.</summary>
    public double Resemblance(TextSketch other)
    {
        var (common, seen) = Compare(other);
        return seen == 0 ? 0 : (double)common / seen;
    }

    /// <summary>The estimated share of the shorter text's shingles that the longer one has too, 0 to 1: a shortened copy is contained in its original.</summary>
    public double Containment(TextSketch other)
    {
        var shorter = Math.Min(Shingles, other.Shingles);
        if (shorter == 0)
            return 0;
        // From |A and B| = J * |A or B| and |A or B| = |A| + |B| - |A and B|.
        var resemblance = Resemblance(other);
        return Math.Min(1, resemblance / (1 + resemblance) * (Shingles + other.Shingles) / shorter);
    }

    /// <summary>The sketch as bytes, for a column of the store.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[4 + (Hashes.Length * 8)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(bytes, Shingles);
        for (var i = 0; i < Hashes.Length; i++)
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(4 + (i * 8)), Hashes[i]);
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are no sketch.</exception>
    public static TextSketch FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || (bytes.Length - 4) % 8 != 0)
            throw new FormatException("not a text sketch");
        var hashes = new ulong[(bytes.Length - 4) / 8];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes[(4 + (i * 8))..]);
        return new TextSketch(ImmutableCollectionsMarshal.AsImmutableArray(hashes), System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(bytes));
    }

    // The smallest hashes of the union are a random sample of it; how many of the sample are in both is the resemblance.
    private (int Common, int Seen) Compare(TextSketch other)
    {
        int i = 0, j = 0, common = 0, seen = 0;
        while (seen < Capacity && (i < Hashes.Length || j < other.Hashes.Length))
        {
            var mine = i < Hashes.Length ? Hashes[i] : ulong.MaxValue;
            var theirs = j < other.Hashes.Length ? other.Hashes[j] : ulong.MaxValue;
            if (mine <= theirs)
                i++;
            if (theirs <= mine)
                j++;
            if (mine == theirs)
                common++;
            seen++;
        }

        return (common, seen);
    }

    // FNV-1a: the same on every machine and in every version, because sketches are stored.
    private static ulong Hash(string token)
    {
        var hash = FnvOffset;
        foreach (var unit in token)
            hash = (hash ^ unit) * FnvPrime;
        return hash;
    }

    private static ulong Combine(ReadOnlySpan<ulong> tokens)
    {
        var hash = FnvOffset;
        foreach (var token in tokens)
            hash = ((hash ^ token) * FnvPrime) ^ (hash >> 29);

        // FNV's low bits are good and its order is not: a last mix, since the smallest hashes must be a fair sample.
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        hash ^= hash >> 33;
        return hash;
    }
}
