using NewsMonitor.Articles.Pages;

namespace NewsMonitor.Articles.Metadata;

/// <summary>Whether a page shows readers without a subscription only a part of its article.</summary>
internal static class SubscriptionMark
{
    private const int Under = 4;

    /// <summary>True where the publisher declares it, or declares nothing and an offer to subscribe stands where the text breaks off.</summary>
    public static bool IsCut(PageOutline page, JsonLd declared, List<Block> body, Placement place)
    {
        if (declared.IsFree is { } free) return !free;
        if (page.Facts.Meta("article:content_tier") is { } tier && tier.Equals("locked", StringComparison.OrdinalIgnoreCase)) return true;
        if (body.Count == 0 || !body[^1].Text.EndsWith('…') && !body[^1].Text.EndsWith("...", StringComparison.Ordinal)) return false;
        for (var i = place.End; i < Math.Min(page.Blocks.Length, place.End + Under); i++)
        {
            for (var around = page.Blocks[i].Section; around is not null; around = around.Parent)
            {
                if (around.Evidence.HasAny(NameEvidence.Paywall)) return true;
            }
        }
        return false;
    }
}
