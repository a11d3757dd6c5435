using NewsMonitor.Digests.Delivery;

namespace NewsMonitor.Fetching;

/// <summary>Posts a webhook over the guarded transport: private addresses are refused as they are for feeds; redirects are not followed.</summary>
internal sealed class WebhookSender(HttpMessageInvoker transport, FetchingOptions options, TimeProvider time)
{
    public async Task<WebhookAnswer> SendAsync(WebhookCall call, CancellationToken cancel)
    {
        if (!WebAddress.TryParse(call.Url.AbsoluteUri, out var address, out var problem))
            return new WebhookAnswer.Refused(problem);

        using var deadline = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, address.Uri) { Content = new ByteArrayContent(call.Body) };
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        foreach (var (name, value) in call.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = await transport.SendAsync(request, either.Token);
            return new WebhookAnswer.Answered((int)response.StatusCode, AnswerHeaders.RetryAfter(AnswerHeaders.Header(response, "Retry-After"), time.GetUtcNow()));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new WebhookAnswer.Unanswered("no answer within the time allowed");
        }
        catch (Exception trouble) when (FetchTrouble.IsExpected(trouble))
        {
            return FetchTrouble.Of(trouble, address) switch
            {
                FetchOutcome.Refused refused => new WebhookAnswer.Refused(refused.Reason),
                FetchOutcome.Failed failed => new WebhookAnswer.Unanswered(failed.Reason),
                _ => new WebhookAnswer.Unanswered("no answer"),
            };
        }
    }
}
