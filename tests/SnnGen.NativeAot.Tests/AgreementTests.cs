using SnnGen.NativeAot.Tests.Support;

namespace SnnGen.NativeAot.Tests;

/// <summary>
/// Generated classes compute every spike and every potential of the reference simulator, whatever compiles them and
/// whatever the processor's vectors are.
/// </summary>
public sealed class AgreementTests(NetworkProgram program) : IClassFixture<NetworkProgram>
{
    [Fact]
    public void Every_width_of_vectors_computes_the_same()
    {
        string assembly = program.Build();
        // Optimised code from the first call on, as it is after a while.
        (string Name, string Value) optimised = ("DOTNET_TieredCompilation", "0");

        AssertAgrees(ProgramRun.Of([optimised], "dotnet", assembly));
        ProgramRun narrow = ProgramRun.Of([optimised, ("DOTNET_EnableAVX2", "0")], "dotnet", assembly);
        ProgramRun none = ProgramRun.Of([optimised, ("DOTNET_EnableHWIntrinsic", "0")], "dotnet", assembly);

        Assert.EndsWith("256 False", narrow.Vectors);
        AssertAgrees(narrow);
        AssertAgrees(none);
    }

    [NativeFact]
    public void A_native_program_computes_the_same() =>
        AssertAgrees(ProgramRun.Of([], program.Publish("linux-" + System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant())));

    [Arm64Fact]
    public void A_native_program_for_ARM64_computes_the_same()
    {
        ProgramRun run = ProgramRun.Of([], CrossTools.Emulator!, "-L", CrossTools.Arm64Root, program.Publish("linux-arm64"));

        Assert.Equal("128 True 256 False", run.Vectors);
        AssertAgrees(run);
    }

    private void AssertAgrees(ProgramRun run)
    {
        // Line by line: the first one that differs says the network, the sample, the entry point and the step.
        Assert.Equal(program.Expected.Split('\n'), run.Transcript.Split('\n'));
    }
}
