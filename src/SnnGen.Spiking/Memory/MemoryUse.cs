namespace SnnGen.Spiking.Memory;

/// <summary>What a compiled network takes, headers of arrays and alignment not counted.</summary>
/// <param name="Tables">Bytes of weights and other constants, part of the assembly: flash on a microcontroller.</param>
/// <param name="State">Bytes of what changes from step to step: RAM.</param>
public sealed record MemoryUse(long Tables, long State);
