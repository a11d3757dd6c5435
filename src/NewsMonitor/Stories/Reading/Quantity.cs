using System.Globalization;

namespace NewsMonitor.Stories.Reading;

/// <summary>A number that a text tells, with what is counted and how surely.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">What is counted (<c>soldiers</c>, <c>containers</c>), or null where no known word follows.</param>
/// <param name="Hedge"><c>up-to</c>, <c>at-least</c>, <c>about</c>, or null.</param>
/// <param name="Start">UTF-16 offset of the number.</param>
/// <param name="End">UTF-16 offset after the number or its unit.</param>
internal readonly record struct Quantity(double Value, string? Unit, string? Hedge, int Start, int End)
{
    /// <summary>"up to 6,000 soldiers", the same whatever the language it was told in.</summary>
    public string Words() => string.Join(' ', new[] { HedgeWords(), Value.ToString(Value < 10000 && Value % 1 != 0 ? "0.##" : "#,0", CultureInfo.InvariantCulture), Unit }.Where(part => part is not null));

    /// <summary>A key that equal quantities share: "6000 soldiers".</summary>
    public string Key() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.##} {Unit}").TrimEnd();

    private string? HedgeWords() => Hedge switch
    {
        "up-to" => "up to",
        "at-least" => "at least",
        "about" => "about",
        _ => null,
    };
}
