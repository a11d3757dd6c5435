using System.Text;

namespace NewsMonitor.Text.Tests;

public sealed class WellFormedTextTests
{
    [Theory]
    [InlineData("plain text, with\nlines and\ttabs")]
    [InlineData("Пхеньян 평양 평壤 😀 é")]
    public void Honest_text_stays_as_it_is(string text) => Assert.Same(text, WellFormedText.Of(text));

    [Fact]
    public void What_no_library_takes_is_replaced_unit_by_unit()
    {
        // Written here and not as data of the test, because attributes cannot hold a lone surrogate.
        Assert.Equal("a b c", WellFormedText.Of("a\0b\u0007c"));
        Assert.Equal("a\uFFFDb", WellFormedText.Of("a\uD800b"));
        Assert.Equal("a\uFFFD\uFFFD", WellFormedText.Of("a\uDC00\uD800"));
        Assert.Equal("a\uFFFDb\uFFFD", WellFormedText.Of("a\uFFFEb\uFDD0"));
        Assert.Equal("a\uFFFD\uFFFDb", WellFormedText.Of("a\uD83F\uDFFEb"));
    }

    [Fact]
    public void Any_text_of_random_units_can_be_normalized_and_keeps_its_length()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var units = new char[random.Next(1, 12)];
            for (var j = 0; j < units.Length; j++)
                units[j] = (char)(random.Next(3) == 0 ? random.Next(0xD7F0, 0xE010) : random.Next(0x10000));
            var text = WellFormedText.Of(new string(units));
            Assert.Equal(units.Length, text.Length);
            Assert.NotNull(text.Normalize(NormalizationForm.FormKC));
        }
    }
}
