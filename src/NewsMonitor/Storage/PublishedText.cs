using System.Globalization;
using NewsMonitor.Text.Dates;

namespace NewsMonitor.Storage;

/// <summary>A publisher's own time as the store keeps it: <see cref="PublicationTime.ToString"/>.</summary>
internal static class PublishedText
{
    public static PublicationTime? Read(string? text) => text switch
    {
        null => null,
        { Length: 10 } => PublicationTime.OnDay(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => PublicationTime.At(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)),
    };
}
