using System.Text.Json;

namespace NewsMonitor.Articles.Metadata;

/// <summary>The schema.org description of an article (https://schema.org/Article) that a page carries as JSON-LD, read as tolerantly as publishers write it.</summary>
internal sealed record JsonLd
{
    private const int DeepestNesting = 12;
    private const int MostTimes = 8;

    /// <summary>Types that describe the page's own text, most telling first.</summary>
    private static readonly string[] ArticleTypes =
    [
        "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "AskPublicNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle",
        "LiveBlogPosting", "BlogPosting", "Article", "TechArticle", "ScholarlyArticle", "SocialMediaPosting", "Report", "SatiricalArticle", "Review", "Recipe", "HowTo",
    ];

    public string? Headline { get; private set; }

    /// <summary>A second headline, for another purpose than the first.</summary>
    public string? OtherHeadline { get; private set; }

    public string? Description { get; private set; }

    public string? Body { get; private set; }

    /// <summary>Every time of publication that is declared, that of the article first.</summary>
    public List<string> PublishedTimes { get; } = [];

    public string? Modified { get; private set; }

    public string? Language { get; private set; }

    public string? Publisher { get; private set; }

    public string? Section { get; private set; }

    public string? Url { get; private set; }

    public bool? IsFree { get; private set; }

    public List<DeclaredAuthor> Authors { get; } = [];

    public List<string> Tags { get; } = [];

    /// <summary>Types of everything the page describes.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads every script; one that cannot be read is passed over.</summary>
    public static JsonLd Read(IEnumerable<string> scripts)
    {
        var nodes = new List<JsonElement>();
        foreach (var script in scripts)
        {
            if (LenientJson.Parse(script) is { } root) Flatten(root, nodes, 0);
        }

        var result = new JsonLd();
        var people = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            foreach (var type in TypesOf(node)) result.Types.Add(type);
            if (Text(node, "@id") is { } id && node.TryGetProperty("name", out _)) people.TryAdd(id, node);
        }
        foreach (var type in ArticleTypes)
        {
            foreach (var node in nodes)
            {
                if (TypesOf(node).Contains(type, StringComparer.Ordinal)) result.Take(node, people);
            }
        }
        foreach (var node in nodes)
        {
            if (TypesOf(node).Any(type => type is "WebPage" or "ItemPage" or "MedicalWebPage" or "VideoObject")) result.TakePage(node, people);
        }
        return result;
    }

    private void Take(JsonElement node, Dictionary<string, JsonElement> people)
    {
        Headline ??= Text(node, "headline") ?? Text(node, "name");
        OtherHeadline ??= Text(node, "alternativeHeadline");
        Description ??= Text(node, "description") ?? Text(node, "abstract");
        if (Text(node, "articleBody") is { } body && body.Length > (Body?.Length ?? 0)) Body = body;
        Section ??= Texts(node, "articleSection").FirstOrDefault();
        Publisher ??= node.TryGetProperty("publisher", out var publisher) ? NameOf(publisher, people) : null;
        if (IsFree is null && node.TryGetProperty("isAccessibleForFree", out var free)) IsFree = Flag(free);
        Url ??= Text(node, "url") ?? (node.TryGetProperty("mainEntityOfPage", out var page) ? page.ValueKind == JsonValueKind.String ? page.GetString() : Text(page, "@id") ?? Text(page, "url") : null);
        if (Tags.Count == 0) Tags.AddRange(Texts(node, "keywords").SelectMany(keyword => keyword.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        TakePage(node, people);
    }

    private void TakePage(JsonElement node, Dictionary<string, JsonElement> people)
    {
        if ((Text(node, "datePublished") ?? Text(node, "dateCreated") ?? Text(node, "uploadDate")) is { } published && PublishedTimes.Count < MostTimes && !PublishedTimes.Contains(published)) PublishedTimes.Add(published);
        Modified ??= Text(node, "dateModified");
        Language ??= Text(node, "inLanguage") ?? (node.TryGetProperty("inLanguage", out var language) ? Text(language, "alternateName") : null);
        if (Authors.Count > 0) return;
        foreach (var property in (ReadOnlySpan<string>)["author", "creator"])
        {
            if (node.TryGetProperty(property, out var author)) AddAuthors(author, people, 0);
            if (Authors.Count > 0) return;
        }
    }

    private void AddAuthors(JsonElement author, Dictionary<string, JsonElement> people, int depth)
    {
        if (depth > 3 || Authors.Count >= 50) return;
        switch (author.ValueKind)
        {
            case JsonValueKind.String:
                Authors.Add(new DeclaredAuthor(author.GetString()!, IsOrganization: false));
                break;
            case JsonValueKind.Array:
                foreach (var one in author.EnumerateArray()) AddAuthors(one, people, depth + 1);
                break;
            case JsonValueKind.Object:
                if (author.TryGetProperty("name", out var name))
                {
                    var organization = TypesOf(author).Any(type => type.EndsWith("Organization", StringComparison.Ordinal));
                    foreach (var text in TextsOf(name)) Authors.Add(new DeclaredAuthor(text, organization));
                }
                else if (Text(author, "@id") is { } id && people.TryGetValue(id, out var person))
                {
                    AddAuthors(person, people, depth + 1);
                }
                break;
        }
    }

    private static void Flatten(JsonElement element, List<JsonElement> nodes, int depth)
    {
        if (depth > DeepestNesting || nodes.Count > 2000) return;
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var one in element.EnumerateArray()) Flatten(one, nodes, depth + 1);
                break;
            case JsonValueKind.Object:
                if (element.TryGetProperty("@type", out _)) nodes.Add(element);
                foreach (var property in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed", "subjectOf"])
                {
                    if (element.TryGetProperty(property, out var inner) && inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object) Flatten(inner, nodes, depth + 1);
                }
                if (element.TryGetProperty("author", out var author) && author.ValueKind is JsonValueKind.Object && author.TryGetProperty("@id", out _)) nodes.Add(author);
                break;
        }
    }

    private static IEnumerable<string> TypesOf(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty("@type", out var type) ? TextsOf(type).Select(LocalName) : [];

    private static string LocalName(string type) => type[(type.LastIndexOfAny(['/', ':']) + 1)..];

    private static string? NameOf(JsonElement element, Dictionary<string, JsonElement> named) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array => element.GetArrayLength() > 0 ? NameOf(element[0], named) : null,
        JsonValueKind.Object => Text(element, "name") ?? (Text(element, "@id") is { } id && named.TryGetValue(id, out var other) ? Text(other, "name") : null),
        _ => null,
    };

    private static string? Text(JsonElement node, string property) => Texts(node, property).FirstOrDefault();

    private static IEnumerable<string> Texts(JsonElement node, string property) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out var value) ? TextsOf(value) : [];

    private static IEnumerable<string> TextsOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in value.EnumerateArray())
            {
                if (one.ValueKind == JsonValueKind.String && one.GetString() is { } text && !string.IsNullOrWhiteSpace(text)) yield return text.Trim();
            }
        }
        else if (value.ValueKind == JsonValueKind.String && value.GetString() is { } single && !string.IsNullOrWhiteSpace(single))
        {
            yield return single.Trim();
        }
        else if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@value", out var literal) && literal.ValueKind == JsonValueKind.String)
        {
            yield return literal.GetString()!;
        }
        else if (value.ValueKind == JsonValueKind.Number)
        {
            yield return value.GetRawText();
        }
    }

    private static bool? Flag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString()!.EndsWith("true", StringComparison.OrdinalIgnoreCase) ? true : value.GetString()!.EndsWith("false", StringComparison.OrdinalIgnoreCase) ? false : null,
        _ => null,
    };
}

/// <summary>An author as a publisher declares one.</summary>
internal sealed record DeclaredAuthor(string Name, bool IsOrganization);
