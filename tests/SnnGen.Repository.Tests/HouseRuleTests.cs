using System.Text.RegularExpressions;

namespace SnnGen.Repository.Tests;

public sealed class HouseRuleTests
{
    private const int LongestFile = 300;

    [Fact]
    public void No_source_file_is_too_long() =>
        Assert.DoesNotContain(Repository.ProductSources, file => Repository.Read(file).AsSpan().Count('\n') > LongestFile);

    [Fact]
    public void Nothing_is_left_to_do_in_the_sources()
    {
        var mark = new Regex(@"\b(TODO|FIXME|HACK|XXX)\b");

        Assert.DoesNotContain(Repository.ProductSources, file => mark.IsMatch(Repository.Read(file)));
    }

    [Fact]
    public void Sources_have_line_feeds_only() =>
        Assert.DoesNotContain(Repository.ProductSources, file => Repository.Read(file).Contains('\r'));
}
