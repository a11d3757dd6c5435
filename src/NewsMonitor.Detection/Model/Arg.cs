namespace NewsMonitor.Detection.Model;

/// <summary>A named part of a feature, hashed once so that reading a text builds no strings.</summary>
internal readonly record struct Arg(uint Hash, string Name)
{
    public Arg(string name)
        : this(HashOf(name), name)
    {
    }

    /// <summary>FNV-1a: the same on every machine and in every version.</summary>
    public static uint HashOf(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }

    /// <summary>Goes on with a hash over more characters; a space counts as a low line, for names of features are parted by spaces.</summary>
    public static uint Continue(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            hash = (hash ^ (c == ' ' ? '_' : c)) * 16777619u;
        return hash;
    }

    /// <summary>One argument for each value of an enumeration.</summary>
    public static Arg[] For<T>()
        where T : struct, Enum
        => [.. Enum.GetNames<T>().Select(n => new Arg(Loading.YamlSource.Hyphenated(n)))];
}
