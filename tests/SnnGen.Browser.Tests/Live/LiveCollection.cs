using SnnGen.Browser.Tests.Support;
using SnnGen.SampleApp.Tests.Support;

namespace SnnGen.Browser.Tests.Live;

/// <summary>The tests that share one browser and one running sample app.</summary>
[CollectionDefinition(Name)]
public sealed class LiveCollection : ICollectionFixture<BrowserFixture>, ICollectionFixture<LiveApp>
{
    public const string Name = "live page";
}
