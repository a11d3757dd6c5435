using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using NewsMonitor.Digests.Rendering;

namespace NewsMonitor.Digests.Delivery;

/// <summary>Makes the mail of a digest: one message for one recipient, plain text first, HTML after it.</summary>
internal static class MailMessages
{
    /// <summary>The message; the caller disposes of it.</summary>
    /// <exception cref="FormatException">An address is none.</exception>
    public static MailMessage Of(Digest digest, string recipient, SmtpOptions options)
    {
        var from = new MailAddress(options.From);
        var to = new MailAddress(recipient);
        var message = new MailMessage(from, to)
        {
            Subject = DigestSubject.Of(digest),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers["Message-ID"] = $"<{DeliveryIdentity.Of(digest, ChannelKind.Mail, recipient)}@{from.Host}>";
        message.Headers["List-Id"] = $"NewsMonitor digest <digest.newsmonitor.{from.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        AddUnsubscribe(message, from, options.Unsubscribe);
        message.AlternateViews.Add(Part(TextDigest.Render(digest), MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(Part(HtmlDigest.Render(digest, HtmlExtent.Mail), MediaTypeNames.Text.Html));
        return message;
    }

    private static void AddUnsubscribe(MailMessage message, MailAddress from, string? unsubscribe)
    {
        if (unsubscribe is not null && Uri.TryCreate(unsubscribe, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps)
        {
            message.Headers["List-Unsubscribe"] = $"<{url.AbsoluteUri}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
            return;
        }

        var address = unsubscribe is not null && MailAddress.TryCreate(unsubscribe, out var given) ? given : from;
        message.Headers["List-Unsubscribe"] = $"<mailto:{address.Address}?subject=unsubscribe>";
    }

    // Base64 keeps every line on the wire short, whatever the text holds, and half of a digest is not ASCII.
    private static AlternateView Part(string content, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, new ContentType(mediaType) { CharSet = "utf-8" });
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
