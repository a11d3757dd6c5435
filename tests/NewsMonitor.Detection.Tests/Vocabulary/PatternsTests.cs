using NewsMonitor.Detection.Vocabulary;

namespace NewsMonitor.Detection.Tests.Vocabulary;

public sealed class PatternsTests
{
    [Theory]
    [InlineData("shell*", "shell*")]
    [InlineData("(a|b) c", "a c,b c")]
    [InlineData("defen(c|s)e", "defence,defense")]
    [InlineData("(the |)north", "the north,north")]
    [InlineData("((x|y)z|w)", "xz,yz,w")]
    public void Alternatives_are_spelled_out(string expression, string expected) =>
        Assert.Equal(expected.Split(','), Patterns.Expand(expression, out _));

    [Theory]
    [InlineData("(a|b")]
    [InlineData("a)b(")]
    [InlineData("*")]
    [InlineData("(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)")]
    public void Malformed_expressions_are_refused_with_a_reason(string expression)
    {
        Assert.Null(Patterns.Expand(expression, out var problem));
        Assert.NotNull(problem);
    }
}
