using System.Globalization;
using SnnGen.Spiking;
using SnnGen.Spiking.Memory;
using Spectre.Console;

namespace SnnGen.Tool.Commands;

/// <summary>Where the memory of a network lies once it is compiled, in each profile.</summary>
internal static class MemoryTable
{
    /// <summary>One row a profile. Code and headers are not counted, nor is the padding to vectors of the modern profile.</summary>
    public static Table Of(SpikingNetwork network)
    {
        MemoryUse modern = ModernMemory.Of(network), portable = PortableMemory.Of(network);
        return new Table().Title("Memory of the compiled class")
            .AddColumns("Profile", "Flash, bytes", "RAM, bytes", "Tables", "State")
            .AddRow("Modern", Text(modern.Tables), Text(modern.State), "read in place", "on the stack")
            .AddRow(
                "Portable", Text(portable.Tables), Text(portable.Tables + portable.State), "copied into RAM at first use", $"{Text(portable.State)} an instance");
    }

    private static string Text(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
