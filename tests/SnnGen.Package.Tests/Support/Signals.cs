using System.Runtime.InteropServices;

namespace SnnGen.Package.Tests.Support;

/// <summary>What a terminal sends on Ctrl+C.</summary>
internal static class Signals
{
    private const int SigInt = 2;

    public static void Interrupt(int processId) => Assert.Equal(0, Kill(processId, SigInt));

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int processId, int signal);
}
