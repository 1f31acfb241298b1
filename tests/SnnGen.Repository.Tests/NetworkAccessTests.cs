using System.Text.RegularExpressions;

namespace SnnGen.Repository.Tests;

/// <summary>A model is data of others: neither a build nor a tool may carry anything of it away, or fetch anything that it names.</summary>
public sealed partial class NetworkAccessTests
{
    [Fact]
    public void The_product_names_no_network()
    {
        Assert.True(Repository.ProductSources.Count > 300);
        Assert.All(Repository.ProductSources, file => Assert.False(Network().IsMatch(Repository.Read(file)), file));
    }

    [GeneratedRegex(@"\bSystem\.Net\b|\b(HttpClient|WebRequest|Socket|TcpClient|UdpClient|Dns)\b")]
    private static partial Regex Network();
}
