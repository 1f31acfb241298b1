namespace SnnGen.Conversion.Assembly;

/// <summary>What the sources of a layer really fire on the calibration inputs.</summary>
public interface ISourceRates
{
    /// <summary>Rates 0…1 of a source's neurons (or the analog input) on one sample.</summary>
    /// <param name="source">Index of a converted layer, or the network's input.</param>
    /// <param name="sample">Index of the calibration input.</param>
    double[] Of(int source, int sample);
}
