using System.Collections.Frozen;

namespace NewsMonitor.Articles;

/// <summary>What may differ between two addresses of one article, and the form that stands for all of them.</summary>
internal static class UrlVariants
{
    /// <summary>Query parameters that say where a reader came from, never what he reads. Names that some site uses to choose an article are not here.</summary>
    private static readonly FrozenSet<string> Tracking = new[]
    {
        // Advertising and social networks
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "ef_id", "s_kwcid",
        "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "__twitter_impression", "ref_src", "ref_url", "soc_src", "soc_trk", "sr_share", "zanpid", "_ga", "_gl",
        // Mailing and analytics products
        "mc_cid", "mc_eid", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking", "mkt_tok", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "wickedid",
        "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "cmpid", "icid", "ito", "ocid", "smid", "smtyp", "sref", "xtor", "xtref", "ncid", "tpcc", "ftag",
        "wt_mc", "wt_zmc", "wtrid", "intcmp", "intcid", "dg_source", "sc_cid", "sc_campaign", "sc_lid", "sc_uid", "sc_eh", "srnd", "leadsource", "kenshoo_id", "adgroupid",
        "trk", "trkcampaign", "guccounter", "guce_referrer", "guce_referrer_sig", "spm", "chksm", "smprod", "smvar", "regi_id", "emc", "maca", "traffic_source",
        "origin_source", "nr_email_referer", "matomo_campaign", "socialreferrer", "share_token", "at_medium", "at_campaign", "at_link_id", "at_link_type", "at_link_origin",
        "at_format", "at_ptr_name", "at_bbc_team", "at_campaign_type",
        // AMP
        "amp", "outputtype", "usqp", "amp_js_v", "amp_gsa",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] TrackingPrefixes = ["utm_", "utm-", "hsa_", "pf_rd_", "mtm_", "pk_", "itm_", "piwik_", "stm_", "at_custom"];

    /// <summary>First labels of hosts that serve the same articles to telephones and accelerators.</summary>
    private static readonly FrozenSet<string> VariantLabels = new[] { "www", "m", "mobile", "amp", "mobil", "touch", "wap" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The host without a leading <c>www.</c>, <c>m.</c>, <c>amp.</c> and the like; at least two labels stay.</summary>
    public static string DesktopHost(string host)
    {
        while (host.IndexOf('.') is var dot and > 0 && VariantLabels.Contains(host[..dot]) && host.IndexOf('.', dot + 1) > 0)
            host = host[(dot + 1)..];
        return host;
    }

    /// <summary>The path without AMP markers, doubled slashes and a trailing slash.</summary>
    public static string ComparablePath(string path)
    {
        while (path.Contains("//", StringComparison.Ordinal)) path = path.Replace("//", "/", StringComparison.Ordinal);
        path = path.TrimEnd('/');
        foreach (var suffix in (ReadOnlySpan<string>)["/amp", "/amp.html", "/index.amp", ".amp"])
        {
            if (path.Length > suffix.Length && path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) path = path[..^suffix.Length];
        }
        if (path.EndsWith(".amp.html", StringComparison.OrdinalIgnoreCase)) path = path[..^9] + ".html";
        if (path.StartsWith("/amp/", StringComparison.OrdinalIgnoreCase)) path = path[4..];
        path = path.TrimEnd('/');
        return path.Length == 0 ? "/" : path;
    }

    /// <summary>The query without tracking parameters, in its own order; with its question mark, or empty.</summary>
    public static string WithoutTracking(string query)
    {
        if (query.Length < 2) return "";
        var kept = query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries).Where(parameter => !IsTracking(NameOf(parameter))).ToArray();
        return kept.Length == 0 ? "" : "?" + string.Join('&', kept);
    }

    /// <summary>The query with each parameter once, in ordinal order.</summary>
    public static string Sorted(string query) =>
        query.Length < 2 ? "" : "?" + string.Join('&', query[1..].Split('&').Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>The publisher's own address of a page in an AMP cache, or null where the host is no such cache.</summary>
    public static string? PublisherOfCachedPage(string host, string path)
    {
        var isCache = host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal)
            || (DesktopHost(host).StartsWith("google.", StringComparison.Ordinal) && path.StartsWith("/amp/", StringComparison.Ordinal));
        if (!isCache) return null;
        var marker = path.IndexOf("/s/", StringComparison.Ordinal);
        return marker is < 0 or > 4 ? null : "https://" + path[(marker + 3)..];
    }

    private static string NameOf(string parameter) => parameter.IndexOf('=') is var equals and >= 0 ? parameter[..equals] : parameter;

    private static bool IsTracking(string name)
    {
        if (Tracking.Contains(name)) return true;
        foreach (var prefix in TrackingPrefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
