using System.Runtime.InteropServices;
using SnnGen.Tasks.Running;

namespace SnnGen.Tasks.Tests;

public class RuntimeIdentifierTests
{
    [Theory]
    [InlineData("win", Architecture.X64, Architecture.X64, "win-x64")]
    [InlineData("win", Architecture.X86, Architecture.X64, "win-x64")]
    [InlineData("win", Architecture.X64, Architecture.Arm64, "win-x64")]
    [InlineData("osx", Architecture.Arm64, Architecture.Arm64, "osx-arm64")]
    [InlineData("osx", Architecture.X64, Architecture.Arm64, "osx-x64")]
    [InlineData("linux", Architecture.Arm64, Architecture.Arm64, "linux-arm64")]
    public void Is_that_of_the_SDK_also_where_it_is_emulated(string system, Architecture process, Architecture machine, string expected) =>
        Assert.Equal(expected, RuntimeIdentifier.Of(system, process, machine));
}
