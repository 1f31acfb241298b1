using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>Holds the shapes of a node's parameters against one another.</summary>
internal static class Shapes
{
    /// <summary>A shape for people: (3, 4).</summary>
    public static string Text(EquatableArray<int> shape) => $"({string.Join(", ", shape)})";

    /// <summary>The weights of a linear map: at least a matrix.</summary>
    /// <exception cref="NirFault">SNN1004.</exception>
    public static NirArray Matrix(NodeFields fields)
    {
        NirArray weight = fields.Array("weight");
        return weight.Shape.Count >= 2
            ? weight
            : throw NirFault.Mismatch($"'weight' of {fields.Where} has the shape {Text(weight.Shape)}; it must have at least two axes, outputs and inputs");
    }

    /// <summary>The biases of a linear map: one for each output.</summary>
    /// <exception cref="NirFault">SNN1004.</exception>
    public static NirArray Bias(NodeFields fields, NirArray weight)
    {
        EquatableArray<int> expected = weight.Shape.Take(weight.Shape.Count - 1).ToEquatableArray();
        return Expect(fields, "bias", fields.Array("bias"), expected);
    }

    /// <summary>The kernels of a convolution along <paramref name="axes"/> axes.</summary>
    /// <exception cref="NirFault">SNN1004.</exception>
    public static NirArray Kernels(NodeFields fields, int axes, int groups)
    {
        NirArray weight = fields.Array("weight");
        if (weight.Shape.Count != axes + 2)
            throw NirFault.Mismatch($"'weight' of {fields.Where} has the shape {Text(weight.Shape)}; it must have {axes + 2} axes");
        return weight.Shape[0] % groups == 0
            ? weight
            : throw NirFault.Mismatch($"{fields.Where} has {weight.Shape[0]} output channels, which {groups} groups cannot share");
    }

    /// <summary>The biases of a convolution: one for each output channel.</summary>
    /// <exception cref="NirFault">SNN1004.</exception>
    public static NirArray ChannelBias(NodeFields fields, NirArray weight) =>
        Expect(fields, "bias", fields.Array("bias"), new EquatableArray<int>([weight.Shape[0]]));

    private static NirArray Expect(NodeFields fields, string field, NirArray array, EquatableArray<int> shape) => array.Shape == shape
        ? array
        : throw NirFault.Mismatch($"'{field}' of {fields.Where} has the shape {Text(array.Shape)}; with 'weight' it must be {Text(shape)}");
}
