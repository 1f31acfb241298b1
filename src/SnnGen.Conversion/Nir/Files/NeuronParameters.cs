using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>The parameters of a layer of neurons, all of the layer's shape; one of a single value holds for all neurons.</summary>
internal sealed class NeuronParameters
{
    private readonly Dictionary<string, NirArray> _arrays;
    private readonly EquatableArray<int> _shape;

    private NeuronParameters(Dictionary<string, NirArray> arrays, EquatableArray<int> shape) => (_arrays, _shape) = (arrays, shape);

    /// <summary>Those of a node.</summary>
    /// <param name="fields">The node.</param>
    /// <param name="required">Parameters that it must have; the first that is not a single value has the layer's shape.</param>
    /// <param name="optional">Parameters that it may have.</param>
    /// <exception cref="NirFault">SNN1002: one is missing. SNN1004: shapes differ.</exception>
    public static NeuronParameters Read(NodeFields fields, string[] required, string[] optional)
    {
        Dictionary<string, NirArray> arrays = required.ToDictionary(field => field, fields.Array);
        string model = required.FirstOrDefault(field => arrays[field].Size > 1, required[0]);
        EquatableArray<int> shape = arrays[model].Shape;
        foreach (string field in optional)
            if (fields.FindArray(field) is { } array)
                arrays[field] = array;
        foreach ((string field, NirArray array) in arrays)
            arrays[field] = array.Shape == shape ? array
                : array.Size == 1 ? Filled(shape, array.Values[0], array.IsSingle)
                : throw NirFault.Mismatch(
                    $"'{field}' of {fields.Where} has the shape {Shapes.Text(array.Shape)}, but '{model}' has {Shapes.Text(shape)}; "
                    + "all parameters of a layer of neurons must have one shape");
        return new NeuronParameters(arrays, shape);
    }

    /// <summary>A parameter that is there.</summary>
    public NirArray this[string field] => _arrays[field];

    /// <summary>A parameter, or null where the file has none.</summary>
    public NirArray? Find(string field) => _arrays.GetValueOrDefault(field);

    /// <summary>A parameter, or ones in the layer's shape where the file has none.</summary>
    public NirArray OrOnes(string field) => Find(field) ?? Filled(_shape, 1, isSingle: false);

    private static NirArray Filled(EquatableArray<int> shape, double value, bool isSingle)
    {
        var values = new double[shape.Aggregate(1, (product, extent) => product * extent)];
        Array.Fill(values, value);
        return new NirArray(shape, new EquatableArray<double>(values), isSingle);
    }
}
