using SnnGen.Tasks.Diagnostics;

namespace SnnGen.Tasks.Tests.Diagnostics;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("größe 層 😀 e\u0301 \u200D", "größe 層 😀 e\u0301 \u200D")]
    [InlineData("a\r\nb\tc", @"a\r\nb\tc")]
    [InlineData("a\u0085b\u2028c\u2029d\0", @"a\u0085b\u2028c\u2029d\u0000")]
    [InlineData("\u001B[31mred\u009B", @"\u001B[31mred\u009B")]
    [InlineData("\u202Egnp.\u2066\u200B\uFEFF", @"\u202Egnp.\u2066\u200B\uFEFF")]
    [InlineData("\uFFFE\uFFFF", @"\uFFFE\uFFFF")]
    public void What_has_no_shape_of_its_own_is_escaped(string text, string expected) => Assert.Equal(expected, OneLine.Of(text));

    [Fact]
    public void Half_a_character_is_escaped() => Assert.Equal(@"\uD800a\uDC00", OneLine.Of("\uD800a\uDC00"));

    [Fact]
    public void A_very_long_text_is_cut() => Assert.Equal(10_003, OneLine.Of(new string('x', 100_000)).Length);
}
