using System.Collections.Immutable;

namespace NewsMonitor.Subscriptions;

/// <summary>A feed as an OPML file names it.</summary>
/// <param name="Url">Its address in canonical form, http or https.</param>
/// <param name="Title">Its name on one line; null where the file gives none.</param>
/// <param name="Language">Its language as written, such as <c>ru</c>; null where the file gives none.</param>
/// <param name="Folders">The folders it lies in, outermost first.</param>
/// <param name="Categories">The paths of its <c>category</c> attribute, such as <c>/World/Asia</c>.</param>
/// <param name="Attributes">Every other attribute, kept so that an export loses nothing.</param>
internal sealed record OpmlEntry(
    string Url,
    string? Title,
    string? Language,
    ImmutableArray<string> Folders,
    ImmutableArray<string> Categories,
    ImmutableArray<OpmlAttribute> Attributes)
{
    /// <summary>An entry with nothing but an address, a name and a language.</summary>
    public static OpmlEntry Of(string url, string? title, string? language) => new(url, title, language, [], [], []);
}

/// <summary>An attribute of an outline that is not ours to understand.</summary>
/// <param name="Name">The name without prefix.</param>
/// <param name="Namespace">The namespace; empty for none.</param>
/// <param name="Value">The value.</param>
internal readonly record struct OpmlAttribute(string Name, string Namespace, string Value);

/// <summary>An entry, or a whole file, that could not be read.</summary>
/// <param name="Line">The line of the file, from 1; 0 where unknown.</param>
/// <param name="Subject">The name or address of the entry on one line; empty where there is none.</param>
/// <param name="Reason">One line that says what is wrong.</param>
internal sealed record OpmlProblem(int Line, string Subject, string Reason);

/// <summary>What an OPML file holds.</summary>
/// <param name="Title">The file's own title; null where it has none.</param>
/// <param name="Entries">The feeds, in the order of the file, each address once.</param>
/// <param name="Problems">What could not be read; the entries around it are there all the same.</param>
internal sealed record OpmlDocument(string? Title, ImmutableArray<OpmlEntry> Entries, ImmutableArray<OpmlProblem> Problems);
