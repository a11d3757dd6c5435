namespace NewsMonitor.Digests.Delivery;

/// <summary>How one attempt ended.</summary>
internal abstract record DeliveryOutcome
{
    /// <summary>The other side took it.</summary>
    /// <param name="Answer">What it said, one line.</param>
    public sealed record Delivered(string Answer) : DeliveryOutcome;

    /// <summary>The other side took one of several parts; the next is due at once.</summary>
    /// <param name="Answer">What it said, one line.</param>
    public sealed record PartDelivered(string Answer) : DeliveryOutcome;

    /// <summary>Not delivered, or nobody knows: to be tried again with the same identity.</summary>
    /// <param name="Reason">One line.</param>
    /// <param name="RetryAfter">How long the other side asked to be left alone; null where it did not.</param>
    public sealed record Undecided(string Reason, TimeSpan? RetryAfter = null) : DeliveryOutcome;

    /// <summary>Refused in a way that trying again cannot change.</summary>
    /// <param name="Reason">One line.</param>
    public sealed record FailedForGood(string Reason) : DeliveryOutcome;
}

/// <summary>A way for a digest to leave.</summary>
internal interface IDeliveryChannel
{
    /// <summary>Delivers to one recipient. Trouble is an outcome; only cancellation and bugs throw.</summary>
    Task<DeliveryOutcome> DeliverAsync(Digest digest, string recipient, CancellationToken cancel);

    /// <summary>Delivers the part of a digest that is due, counted from 0. A channel whose messages hold a whole digest has one part.</summary>
    Task<DeliveryOutcome> DeliverPartAsync(Digest digest, string recipient, int part, CancellationToken cancel) => DeliverAsync(digest, recipient, cancel);
}
