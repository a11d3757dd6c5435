using System.Net;
using System.Net.Mail;

namespace NewsMonitor.Digests.Delivery;

/// <summary>
/// Sends mail through System.Net.Mail: STARTTLS or nothing, password authentication, no implicit TLS, no OAuth. A message has one recipient, so that
/// nobody's failure is another's.
/// </summary>
internal sealed class MailChannel(SmtpOptions options) : IDeliveryChannel
{
    public async Task<DeliveryOutcome> DeliverAsync(Digest digest, string recipient, CancellationToken cancel)
    {
        if (options.Host is null)
            return new DeliveryOutcome.FailedForGood("no mail server is configured (Digest:Smtp:Host)");
        if (!MailAddress.TryCreate(recipient, out _))
            return new DeliveryOutcome.FailedForGood("the recipient is no mail address");
        if (!Secret.TryRead(options.Password, options.PasswordFile, out var password, out var trouble))
            return new DeliveryOutcome.Undecided(trouble);

        using var message = MailMessages.Of(digest, recipient, options);
        using var client = Client(options, password);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(options.Timeout);
        try
        {
            await client.SendMailAsync(message, deadline.Token);
            return new DeliveryOutcome.Delivered("accepted by the mail server");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new DeliveryOutcome.Undecided($"no answer within {options.Timeout.TotalSeconds:0} s");
        }
        catch (SmtpException refused)
        {
            return Outcome(refused);
        }
        catch (Exception broken) when (broken is IOException or InvalidOperationException or System.Security.Authentication.AuthenticationException)
        {
            return new DeliveryOutcome.Undecided(Reason(broken));
        }
    }

    private static SmtpClient Client(SmtpOptions options, string? password) => new(options.Host, options.Port)
    {
        EnableSsl = options.Security == SmtpSecurity.StartTls,
        UseDefaultCredentials = false,
        Credentials = options.User is null ? null : new NetworkCredential(options.User, password),
        DeliveryMethod = SmtpDeliveryMethod.Network,
    };

    /// <summary>
    /// Only a refusal of this recipient or this message is for good. Everything about the connection, the encryption or the account is the
    /// configuration's trouble and heals when that is mended; where the answer to the message was lost, nobody knows.
    /// </summary>
    private static DeliveryOutcome Outcome(SmtpException refused) => refused.StatusCode switch
    {
        SmtpStatusCode.MailboxUnavailable
            or SmtpStatusCode.MailboxNameNotAllowed
            or SmtpStatusCode.UserNotLocalTryAlternatePath
            or SmtpStatusCode.ExceededStorageAllocation
            or SmtpStatusCode.TransactionFailed => new DeliveryOutcome.FailedForGood(Reason(refused)),
        _ => new DeliveryOutcome.Undecided(Reason(refused)),
    };

    private static string Reason(Exception e) => e.InnerException is { } inner ? $"{e.Message} {inner.Message}" : e.Message;
}
