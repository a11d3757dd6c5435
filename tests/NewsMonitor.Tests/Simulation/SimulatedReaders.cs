using NewsMonitor.Digests;
using NewsMonitor.Digests.Delivery;
using NewsMonitor.Tests.Worlds;

namespace NewsMonitor.Tests.Simulation;

/// <summary>A digest as it arrived somewhere.</summary>
internal sealed record Arrival(string Digest, string Recipient, string Identity);

/// <summary>The recipients of a simulated world: one is well, one slow, one often unreachable and sometimes silent about what it took, one does not exist any more.</summary>
internal sealed class SimulatedReaders(ManualTimeProvider clock, int seed) : IDeliveryChannel
{
    public const string Well = "well@desk.example";
    public const string Slow = "slow@desk.example";
    public const string Flaky = "flaky@desk.example";
    public const string Gone = "gone@desk.example";

    private const int MostRefusals = 4;

    private readonly Random random = new(seed);
    private readonly Dictionary<string, int> refusals = new(StringComparer.Ordinal);
    private readonly List<Arrival> arrivals = [];

    public static IReadOnlyList<string> All { get; } = [Well, Slow, Flaky, Gone];

    public IReadOnlyList<Arrival> Arrivals => arrivals;

    public Task<DeliveryOutcome> DeliverAsync(Digest digest, string recipient, CancellationToken cancel) => Task.FromResult(Deliver(digest, recipient));

    private DeliveryOutcome Deliver(Digest digest, string recipient)
    {
        if (recipient == Gone)
            return new DeliveryOutcome.FailedForGood("550 no such mailbox");
        if (recipient == Slow)
            clock.Jump(TimeSpan.FromMinutes(3));
        if (recipient == Flaky && random.Next(2) == 0 && (refusals[digest.Name] = refusals.GetValueOrDefault(digest.Name) + 1) <= MostRefusals)
        {
            // The worst case: it was taken, and the answer was lost.
            if (random.Next(3) == 0)
                Take(digest, recipient);
            return new DeliveryOutcome.Undecided("the connection broke");
        }

        Take(digest, recipient);
        return new DeliveryOutcome.Delivered("250 accepted");
    }

    private void Take(Digest digest, string recipient) => arrivals.Add(new Arrival(digest.Name, recipient, DeliveryIdentity.Of(digest, ChannelKind.Mail, recipient)));
}
