using SnnGen.SampleApp.Tests.Support;

namespace SnnGen.SampleApp.Tests;

/// <summary>One run of the app without options, for all tests that look at it.</summary>
public sealed class DefaultRun
{
    internal AppRun Result { get; } = AppRun.Of();
}
