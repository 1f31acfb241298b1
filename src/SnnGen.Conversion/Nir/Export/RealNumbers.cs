using SnnGen.Conversion.Nir.Import;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Export;

/// <summary>Tensors of either arithmetic as real numbers.</summary>
internal static class RealNumbers
{
    /// <summary>Values of a population's neurons in NIR's order.</summary>
    public static double[] InNirOrder(this Population population, double[] values)
    {
        var ordered = new double[values.Length];
        int[] indices = population.NirIndices();
        for (int j = 0; j < values.Length; j++)
            ordered[indices[j]] = values[j];
        return ordered;
    }

    /// <summary>A value a neuron; those of one value, or one a channel, repeated.</summary>
    public static double[] Spread(Tensor tensor, int count)
    {
        var values = new double[count];
        for (int j = 0; j < count; j++)
            values[j] = tensor is IntegerTensor integers ? integers.Values[j % tensor.Count] : ((Float32Tensor)tensor).Values[j % tensor.Count];
        return values;
    }
}
