using System.Reflection;

namespace SnnGen.Repository.Tests;

/// <summary>The packages on this machine.</summary>
internal static class RestoredPackages
{
    /// <summary>Where NuGet restored them to.</summary>
    public static string Folder { get; } = typeof(RestoredPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "PackageFolder").Value!;

    /// <summary>Words by which a licence is known where a package does not state its name: in its text, or its address.</summary>
    public static IReadOnlyList<(string Text, string Licence)> LicencesByText { get; } =
    [
        ("MIT License", "MIT"),
        ("Permission is hereby granted, free of charge", "MIT"),
        ("github.com/dotnet/corefx/blob/master/LICENSE.TXT", "MIT"),
        ("github.com/dotnet/standard/blob/master/LICENSE.TXT", "MIT"),
        ("raw.githubusercontent.com/xunit/xunit/master/license.txt", "Apache-2.0"),
        ("go.microsoft.com/fwlink/?LinkId=329770", ".NET Library"),
    ];
}
