using System.Globalization;

namespace NewsMonitor.Feeds.Reading;

/// <summary>Files that are attached to an entry by attributes.</summary>
internal static class MediaElements
{
    /// <summary>Adds the file that an element names, whichever attribute its vocabulary has for the address.</summary>
    public static void Attach(ItemDraft item, in Element element, string addressAttribute, string lengthAttribute)
    {
        if (element.Attribute(addressAttribute) is not { } written || Links.Resolve(written, element.BaseAddress) is not { } address || !Links.IsAbsolute(address))
            return;
        var type = element.Attribute("type");
        if (element.Has("medium", "image") || type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)
            item.Image ??= address;
        var length = long.TryParse(element.Attribute(lengthAttribute), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : (long?)null;
        item.Enclosure(new FeedEnclosure(address, type, length));
    }

    /// <summary>Takes the address in an attribute as the entry's picture.</summary>
    public static void Picture(ItemDraft item, in Element element, string attribute)
    {
        if (element.Attribute(attribute) is { } written)
            item.Image ??= Links.Resolve(written, element.BaseAddress);
    }
}
