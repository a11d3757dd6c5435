using System.Buffers;

namespace NewsMonitor.Feeds.Markup;

/// <summary>A growing run of characters in a rented array.</summary>
internal sealed class TextBuffer : IDisposable
{
    private char[] characters = ArrayPool<char>.Shared.Rent(4096);

    public int Length { get; private set; }

    public ReadOnlySpan<char> Text => characters.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Append(char c)
    {
        if (Length == characters.Length)
            Grow(1);
        characters[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (characters.Length - Length < text.Length)
            Grow(text.Length);
        text.CopyTo(characters.AsSpan(Length));
        Length += text.Length;
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(characters);
        characters = [];
        Length = 0;
    }

    private void Grow(int by)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(Length + by, characters.Length * 2));
        Text.CopyTo(larger);
        ArrayPool<char>.Shared.Return(characters);
        characters = larger;
    }
}
