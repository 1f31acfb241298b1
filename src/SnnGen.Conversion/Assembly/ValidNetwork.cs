using SnnGen.Conversion.Diagnostics;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.Conversion.Assembly;

/// <summary>The last check of a network before it is written.</summary>
internal static class ValidNetwork
{
    /// <summary>The network, if it is valid.</summary>
    /// <param name="network">The network.</param>
    /// <param name="modelFile">The model's file, for the error.</param>
    /// <param name="cure">What to do if it is not, with what stands before it; empty where the problem says it.</param>
    /// <exception cref="ConversionException">SNN1010.</exception>
    public static SpikingNetwork Require(SpikingNetwork network, string modelFile, string cure = "")
    {
        try
        {
            NetworkValidator.Validate(network);
            return network;
        }
        catch (NetworkFileException e)
        {
            throw new ConversionException(DiagnosticDescriptors.NotRepresentable, modelFile, e.Message + cure);
        }
    }
}
