using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Differential;

/// <summary>A network whose class did not compute what the reference simulator computes.</summary>
/// <param name="Network">The network.</param>
/// <param name="Run">Profile, inputs and their seed.</param>
/// <param name="Problem">What differed.</param>
internal sealed record Mismatch(SpikingNetwork Network, string Run, string Problem);
