namespace NewsMonitor.Fetching;

/// <summary>Decides which redirects are followed.</summary>
internal static class RedirectRule
{
    /// <summary>Where a response redirects to, as written; null where it does not.</summary>
    public static string? Location(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 ? AnswerHeaders.Header(response, "Location") : null;

    /// <summary>The objection to following a redirect, or null and the address it leads to, which is still to be checked like any other.</summary>
    public static FetchOutcome.Refused? Follow(WebAddress from, string? location, out WebAddress? next)
    {
        if (!from.TryResolve(location, out next, out var problem))
            return new FetchOutcome.Refused(FetchRule.Redirect, $"{from.Display} redirects to an address that is not fetched: {problem}");
        if (from.IsSecure && !next.IsSecure)
            return new FetchOutcome.Refused(FetchRule.Downgrade, $"{from.Display} redirects from https to http");
        return null;
    }
}
