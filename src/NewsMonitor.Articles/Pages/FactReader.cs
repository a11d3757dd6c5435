using AngleSharp.Dom;

namespace NewsMonitor.Articles.Pages;

/// <summary>Takes from the elements without text for a reader what they say to programs.</summary>
internal static class FactReader
{
    private const int LongestJson = 4_000_000;

    /// <summary>Writes down what one element says.</summary>
    /// <param name="element">An element whose role is <see cref="ElementRole.Skipped"/>.</param>
    /// <param name="tag">Its local name.</param>
    /// <param name="facts">Where what it says is written down.</param>
    /// <param name="walkHead">Reads the children of <c>head</c> elements.</param>
    public static void Read(IElement element, string tag, PageFacts facts, Action<IElement> walkHead)
    {
        switch (tag)
        {
            case "head":
                walkHead(element);
                break;
            case "title":
                if (facts.Title is null && element.ParentElement?.LocalName is "head" or "body" or null) facts.Title = element.TextContent;
                break;
            case "meta":
                ReadMeta(element, facts);
                break;
            case "link":
                if (element.GetAttribute("rel") is { } rel && rel.Equals("canonical", StringComparison.OrdinalIgnoreCase)) facts.Canonical ??= element.GetAttribute("href");
                break;
            case "script":
                ReadScript(element, facts);
                break;
            case "input":
                if (element.GetAttribute("type") is { } type && type.Equals("password", StringComparison.OrdinalIgnoreCase)) facts.AsksForPassword = true;
                break;
            case "video" or "audio" or "iframe" or "amp-video" or "amp-iframe":
                facts.Players++;
                break;
        }
    }

    private static void ReadMeta(IElement element, PageFacts facts)
    {
        var content = element.GetAttribute("content");
        if (string.IsNullOrWhiteSpace(content)) return;
        foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
        {
            if (element.GetAttribute(attribute) is not { Length: > 0 } name) continue;
            name = name.Trim();
            if (!facts.Metas.TryGetValue(name, out var contents)) facts.Metas[name] = contents = [];
            if (contents.Count < 50) contents.Add(content.Trim());
        }
    }

    private static void ReadScript(IElement element, PageFacts facts)
    {
        facts.Scripts++;
        var type = element.GetAttribute("type");
        if (type is null || !type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            if (element.FirstChild is IText { Data: { Length: <= LongestJson } script } && StateScripts.Value(script) is { Length: > 0 } state) facts.JsonStates.Add(state.ToString());
            return;
        }
        var text = element.TextContent;
        if (text.Length is 0 or > LongestJson) return;
        (type.Contains("ld+json", StringComparison.OrdinalIgnoreCase) ? facts.JsonLd : facts.JsonStates).Add(text);
    }
}
