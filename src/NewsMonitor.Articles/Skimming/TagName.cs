using System.Collections.Frozen;

namespace NewsMonitor.Articles.Skimming;

/// <summary>What a skimmer does at a tag.</summary>
internal enum TagKind : byte
{
    /// <summary>Part of a line, or unknown.</summary>
    Inline,

    /// <summary>Begins and ends a line.</summary>
    Line,

    /// <summary>Its content is no markup and nothing that is read.</summary>
    Raw,

    /// <summary>Its content is no markup and is read.</summary>
    Title,

    Script,
    Meta,

    /// <summary>Stands over the characters before it.</summary>
    Gloss,

    /// <summary>Ends a gloss and nothing else.</summary>
    Glossed,
}

/// <summary>Names of elements as numbers: eight ASCII letters or digits to a word of 64 bits, lower case. Longer names are all one.</summary>
internal static class TagName
{
    private const int Longest = 8;

    private static readonly FrozenDictionary<ulong, TagKind> Kinds = Build();

    /// <summary>The kind of the element whose name begins a text, and the length of the name.</summary>
    public static (TagKind Kind, int Length) Read(ReadOnlySpan<char> text)
    {
        ulong name = 0;
        var length = 0;
        for (; length < text.Length; length++)
        {
            var c = text[length];
            if (c is ' ' or '>' or '/' or '\n' or '\t' or '\r' or '\f') break;
            if (length < Longest) name = (name << 8) | (byte)(char.IsAsciiLetterUpper(c) ? c | 0x20 : c);
        }
        // Longer names of lines: blockquote, figcaption, fieldset is not. One word tells them apart from what sites make up.
        if (length > Longest) return (text[..length] is var whole && (whole.Equals("blockquote", StringComparison.OrdinalIgnoreCase) || whole.Equals("figcaption", StringComparison.OrdinalIgnoreCase)) ? TagKind.Line : TagKind.Inline, length);
        return (Kinds.GetValueOrDefault(name), length);
    }

    private static FrozenDictionary<ulong, TagKind> Build()
    {
        var kinds = new Dictionary<ulong, TagKind>();
        void Add(TagKind kind, string names)
        {
            foreach (var name in names.Split(' ')) kinds[name.Aggregate(0UL, (packed, c) => (packed << 8) | c)] = kind;
        }
        Add(TagKind.Line, "address article aside body br center dd details dialog dir div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption colgroup frameset legend");
        Add(TagKind.Raw, "style xmp iframe noembed noframes");
        Add(TagKind.Title, "title textarea");
        Add(TagKind.Script, "script");
        Add(TagKind.Meta, "meta");
        Add(TagKind.Gloss, "rt rp rtc");
        Add(TagKind.Glossed, "ruby rb");
        return kinds.Where(kind => kind.Key != 0).ToFrozenDictionary();
    }
}
