using System.Buffers;
using System.Text;
using NewsMonitor.Feeds.Markup;

namespace NewsMonitor.Feeds.Reading;

/// <summary>What the formats have in common: an element is expected to fill a field, and its content then does.</summary>
internal abstract class EntryReader(FeedDraft feed) : FormatReader(feed)
{
    private readonly ItemDraft draft = new();
    private Expectation expected;

    /// <summary>The entry that is open, or null between entries.</summary>
    protected ItemDraft? Item { get; private set; }

    /// <summary>Whether the element that began last is a title.</summary>
    protected bool ReadsTitle => expected.Field == Field.Title;

    /// <summary>Says which field the element's content fills.</summary>
    /// <param name="field">The field.</param>
    /// <param name="rank">Which of several elements that fill it is believed: the lowest.</param>
    /// <param name="element">The element.</param>
    /// <param name="treatment">How its content is read; by it a text is plain or HTML.</param>
    protected Treatment Expect(Field field, int rank, in Element element, Treatment treatment = Treatment.Value)
    {
        expected = new Expectation(field, rank, treatment != Treatment.Value, element.BaseAddress);
        return treatment;
    }

    /// <summary>As <see cref="Expect"/>, for what may stand in an attribute where the content is empty.</summary>
    protected Treatment ExpectOr(Field field, int rank, in Element element, string attribute)
    {
        Expect(field, rank, element);
        expected = expected with { Otherwise = element.Attribute(attribute) };
        return Treatment.Value;
    }

    /// <summary>As <see cref="Expect"/>, for content in base64.</summary>
    protected Treatment ExpectBase64(Field field, int rank, in Element element, bool html)
    {
        Expect(field, rank, element);
        expected = expected with { IsBase64 = true, IsHtml = html };
        return Treatment.Html;
    }

    protected void OpenItem(in Element element)
    {
        CloseItem();
        draft.Restart(element.BaseAddress, element.Language);
        Item = draft;
    }

    protected void CloseItem()
    {
        if (Item is { } complete)
            Feed.Add(complete);
        Item = null;
    }

    /// <summary>Forgets the open entry: it is none of the kind that is read.</summary>
    protected void DropItem() => Item = null;

    public override bool IsWorthlessInPart => expected.Field is not (Field.Summary or Field.Content);

    public override void Value(ReadOnlySpan<char> content)
    {
        if (expected.IsBase64)
            content = FromBase64(content);
        if (content.IsWhiteSpace() && expected.Otherwise is { } otherwise)
            content = otherwise;
        if (Item is { } item)
            Fill(item, content);
        else
            Fill(content);
    }

    /// <summary>An identifier as the format means it.</summary>
    protected virtual string Identifier(string written, string? baseAddress) => written;

    private void Fill(ItemDraft item, ReadOnlySpan<char> content)
    {
        switch (expected.Field)
        {
            case Field.Title:
                item.Title.Offer(Plain(content), expected.Rank);
                break;
            case Field.Link:
                item.Link.Offer(Feed.Address(content, expected.BaseAddress), expected.Rank);
                break;
            case Field.Id:
                item.Id.Offer(NotEmpty(content) is { } id ? Identifier(id, expected.BaseAddress) : null, expected.Rank);
                break;
            case Field.Published:
                item.Published.Offer(Feed.Date(content), expected.Rank);
                break;
            case Field.Updated:
                item.Updated.Offer(Feed.Date(content), expected.Rank);
                break;
            case Field.Date:
                item.Date ??= Feed.Date(content);
                item.Published.Offer(item.Date, expected.Rank);
                break;
            case Field.Summary:
                item.BaseAddress = expected.BaseAddress;
                item.Summary(content.Trim().ToString(), expected.IsHtml, expected.Rank);
                break;
            case Field.Content:
                item.BaseAddress = expected.BaseAddress;
                item.Content(content.Trim().ToString(), expected.IsHtml, expected.Rank);
                break;
            case Field.Author:
                item.Author(People.Read(PlainText.FromHtml(content)));
                break;
            case Field.AuthorEmail:
                item.AuthorEmail(PlainText.FromText(content));
                break;
            case Field.AuthorLink:
                item.AuthorLink(Links.Resolve(content, expected.BaseAddress));
                break;
            case Field.Category:
                item.Category(PlainText.FromHtml(content));
                break;
            case Field.Keywords:
                foreach (var range in content.Split(','))
                    item.Category(PlainText.FromHtml(content[range]));
                break;
            case Field.Comments:
                item.Comments ??= Links.Resolve(content, expected.BaseAddress);
                break;
            case Field.Language:
                item.Language = NotEmpty(content) ?? item.Language;
                break;
            case Field.Image:
                item.Image ??= Links.Resolve(content, expected.BaseAddress);
                break;
            case Field.OriginalLink:
                item.OriginalLink ??= Links.Resolve(content, expected.BaseAddress);
                break;
            case Field.SourceTitle:
                item.Source = new FeedSource(PlainText.FromHtml(content), item.Source?.Link);
                break;
        }
    }

    private void Fill(ReadOnlySpan<char> content)
    {
        switch (expected.Field)
        {
            case Field.Title:
                Feed.Title.Offer(Plain(content), expected.Rank);
                break;
            case Field.Link:
                Feed.Link.Offer(Feed.Address(content, expected.BaseAddress), expected.Rank);
                break;
            case Field.Summary:
                Feed.Description.Offer(PlainText.FromHtml(content), expected.Rank);
                break;
            case Field.Published or Field.Updated or Field.Date:
                Feed.Updated.Offer(Feed.Date(content), expected.Rank + (expected.Field == Field.Updated ? 0 : 1));
                break;
            case Field.Language:
                Feed.Language.Offer(NotEmpty(content), expected.Rank);
                break;
            case Field.Ttl:
                Feed.Rhythm.Ttl(content);
                break;
            case Field.UpdatePeriod:
                Feed.Rhythm.Period(content);
                break;
            case Field.UpdateFrequency:
                Feed.Rhythm.Frequency(content);
                break;
            case Field.SkipHour:
                Feed.Rhythm.SkipHour(content);
                break;
            case Field.SkipDay:
                Feed.Rhythm.SkipDay(content);
                break;
        }
    }

    private string Plain(ReadOnlySpan<char> content) => expected.IsHtml ? PlainText.FromHtml(content) : PlainText.FromText(content);

    private static string? NotEmpty(ReadOnlySpan<char> content) => content.Trim() is { IsEmpty: false } trimmed ? trimmed.ToString() : null;

    /// <summary>What does not decode stays as it is: some label plain text as base64.</summary>
    private static ReadOnlySpan<char> FromBase64(ReadOnlySpan<char> content)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(content.Length);
        var text = Convert.TryFromBase64Chars(content, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
        ArrayPool<byte>.Shared.Return(bytes);
        return text ?? content;
    }

    private readonly record struct Expectation(
        Field Field, int Rank, bool IsHtml, string? BaseAddress, string? Otherwise = null, bool IsBase64 = false);
}
