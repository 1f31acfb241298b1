namespace SnnGen.Package.Tests.Support;

/// <summary>A test of builds in several cultures.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CultureFactAttribute : FactAttribute
{
    public CultureFactAttribute() => Skip = Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is "1" or "true"
        ? "the .NET of this machine runs without ICU and knows no culture: apt-get install libicu-dev"
        : null;
}
