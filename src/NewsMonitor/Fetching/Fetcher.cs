using System.Net;

namespace NewsMonitor.Fetching;

/// <summary>
/// Fetches documents over HTTP with manners and bounds: each host's turn, its robots.txt, conditional requests, at most five redirects of which each is
/// checked like the first address, one deadline over all of them, a bound on decompressed bytes.
/// </summary>
internal sealed class Fetcher : IDisposable
{
    /// <summary>The most redirects followed.</summary>
    public const int MaxRedirects = 5;

    private const long MaxPageBytes = 5 * 1024 * 1024;

    private readonly FetchingOptions _options;
    private readonly NetworkGuard _guard;
    private readonly HostPoliteness _politeness;
    private readonly HttpMessageInvoker _transport;
    private readonly TimeProvider _time;
    private readonly RobotsCache _robots;
    private readonly BodyReader _bodies = new();

    /// <summary>A fetcher for the life of the process; the caller owns <paramref name="politeness"/> and <paramref name="transport"/>.</summary>
    public Fetcher(FetchingOptions options, NetworkGuard guard, HostPoliteness politeness, HttpMessageInvoker transport, TimeProvider time)
    {
        _options = options;
        _guard = guard;
        _politeness = politeness;
        _transport = transport;
        _time = time;
        _robots = new RobotsCache(FetchAsync, options.UserAgent.Split('/', ' ')[0], time);
    }

    /// <summary>Fetches a document. Trouble on the way is an outcome, never an exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was canceled.</exception>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancel)
    {
        var address = request.Address;
        WebAddress? movedTo = null;
        var permanent = true;
        var left = _options.Timeout;

        for (var redirects = 0; ; redirects++)
        {
            if (await ObjectionAsync(address, request.Purpose, cancel) is { } objection)
                return objection;

            var step = await StepAsync(request, address, movedTo, left, cancel);
            if (step.Outcome is { } outcome)
                return outcome;
            if (redirects == MaxRedirects)
                return TooManyRedirects(request.Address, step.Status);
            if (RedirectRule.Follow(address, step.Location, out var next) is { } refused)
                return refused;

            permanent &= step.Status is 301 or 308;
            movedTo = permanent ? next : movedTo;
            address = next!;
            left = step.Left;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _bodies.Dispose();

    private async Task<FetchOutcome?> ObjectionAsync(WebAddress address, FetchPurpose purpose, CancellationToken cancel)
    {
        if (address.Literal is { } literal && _guard.Objection(literal) is { } kind)
            return new FetchOutcome.Refused(FetchRule.Network, $"{address.Host} is refused: it is {kind}");
        return purpose is FetchPurpose.Page or FetchPurpose.Discovery && _options.RespectRobots ? await _robots.ObjectionAsync(address, cancel) : null;
    }

    private FetchOutcome.Failed? Resting(WebAddress address) => _politeness.RestOf(address.Host) is { } rest
        ? new FetchOutcome.Failed(FetchFailure.Resting, null, rest,
            FormattableString.Invariant($"{address.Host} asked to be left alone until {_time.GetUtcNow() + rest:yyyy-MM-dd'T'HH:mm:ss'Z'}"))
        : null;

    private static FetchOutcome.Failed TooManyRedirects(WebAddress asked, int status) =>
        new(FetchFailure.Redirects, status, null, $"{asked.Display} redirects more than {MaxRedirects} times");

    private FetchOutcome.Failed TimedOut(WebAddress address) =>
        new(FetchFailure.Timeout, null, null, FormattableString.Invariant($"{address.Host} did not finish within {_options.Timeout.TotalSeconds:0.###} s"));

    private async Task<Step> StepAsync(FetchRequest request, WebAddress address, WebAddress? movedTo, TimeSpan left, CancellationToken cancel)
    {
        // Asked before the turn, so that a host at rest keeps nobody waiting, and after it, because another request may have been turned away meanwhile.
        if (Resting(address) is { } resting)
            return new Step(resting);
        using var turn = await _politeness.TurnAsync(address.Host, cancel);
        if (Resting(address) is { } restingNow)
            return new Step(restingNow);

        if (left <= TimeSpan.Zero)
            return new Step(TimedOut(address));
        using var deadline = new CancellationTokenSource(left, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        var start = _time.GetTimestamp();
        try
        {
            using var message = RequestHeaders.Write(request, address, _options.UserAgent);
            using var response = await _transport.SendAsync(message, either.Token);
            var answer = AnswerHeaders.Read(response, address, movedTo, _time.GetUtcNow());
            if (RedirectRule.Location(response) is { } location)
                return new Step(null, answer.Status, location, left - _time.GetElapsedTime(start));
            return new Step(await OutcomeAsync(request, response, answer, either.Token));
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (Exception error) when (deadline.IsCancellationRequested && (error is OperationCanceledException || FetchTrouble.IsExpected(error)))
        {
            return new Step(TimedOut(address));
        }
        catch (Exception error) when (FetchTrouble.IsExpected(error))
        {
            return new Step(FetchTrouble.Of(error, address));
        }
    }

    private async Task<FetchOutcome> OutcomeAsync(FetchRequest request, HttpResponseMessage response, Answer answer, CancellationToken cancel)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotModified when request.ETag is not null || request.LastModified is not null:
                _politeness.Forgive(answer.Address.Host);
                return new FetchOutcome.NotModified(answer);
            case >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices:
                var body = await _bodies.ReadAsync(response.Content, MaxBytes(request.Purpose), cancel);
                _politeness.Forgive(answer.Address.Host);
                return new FetchOutcome.Fetched(answer, body.Bytes, body.Shortfall);
            default:
                var failed = FetchTrouble.Of(answer);
                if (failed.Failure == FetchFailure.Throttled)
                    _politeness.Rest(answer.Address.Host, answer.RetryAfter);
                else
                    _politeness.Forgive(answer.Address.Host);
                return failed;
        }
    }

    private long MaxBytes(FetchPurpose purpose) => purpose switch
    {
        FetchPurpose.Feed or FetchPurpose.Discovery => _options.MaxBytes,
        FetchPurpose.Page => Math.Min(_options.MaxBytes, MaxPageBytes),
        _ => Math.Min(_options.MaxBytes, RobotsRules.MaxBytes),
    };

    // Either an outcome, or a redirect and what is left of the deadline.
    private readonly record struct Step(FetchOutcome? Outcome, int Status = 0, string? Location = null, TimeSpan Left = default);
}
