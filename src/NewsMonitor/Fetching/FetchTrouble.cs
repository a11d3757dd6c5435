using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.AspNetCore.WebUtilities;

namespace NewsMonitor.Fetching;

/// <summary>Puts what goes wrong on the wire into words of ours: nothing an answer says reaches a reason.</summary>
internal static class FetchTrouble
{
    /// <summary>Whether an exception is trouble of the wire, and not a bug.</summary>
    public static bool IsExpected(Exception error) =>
        error is HttpRequestException or IOException or SocketException or InvalidDataException or AuthenticationException;

    /// <summary>The outcome of such an exception.</summary>
    public static FetchOutcome Of(Exception error, WebAddress address)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AddressRefusedException:
                    return new FetchOutcome.Refused(FetchRule.Network, cause.Message);
                case AuthenticationException:
                    return Failed(FetchFailure.Tls, $"no secure connection to {address.Host}: {cause.Message}");
                case InvalidDataException:
                    return Failed(FetchFailure.Encoding, $"the answer of {address.Host} cannot be decompressed: {cause.Message}");
                case SocketException socket:
                    return Failed(FetchFailure.Unreachable, Unreachable(socket.SocketErrorCode, address.Host));
            }
        }

        return Failed(FetchFailure.Protocol, (error as HttpRequestException)?.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded
            ? $"{address.Host} sent headers over the bound"
            : $"{address.Host} broke off its answer or did not speak HTTP");
    }

    /// <summary>The outcome of a status that is neither success nor a redirect.</summary>
    public static FetchOutcome.Failed Of(Answer answer)
    {
        var failure = answer.Status switch
        {
            410 => FetchFailure.Gone,
            429 or 503 => FetchFailure.Throttled,
            _ => FetchFailure.Status,
        };
        var phrase = ReasonPhrases.GetReasonPhrase(answer.Status);
        return new FetchOutcome.Failed(failure, answer.Status, answer.RetryAfter, OneLine.Of($"{answer.Address.Display} answered {answer.Status} {phrase}"));
    }

    private static FetchOutcome.Failed Failed(FetchFailure failure, string reason) => new(failure, null, null, OneLine.Of(reason));

    private static string Unreachable(SocketError error, string host) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData => $"{host} is no known host name",
        SocketError.TryAgain or SocketError.NoRecovery => $"the name {host} cannot be looked up now",
        SocketError.ConnectionRefused => $"{host} refuses connections",
        SocketError.TimedOut => $"{host} does not answer",
        SocketError.ConnectionReset => $"{host} broke the connection",
        _ => $"{host} cannot be reached ({error})",
    };
}
