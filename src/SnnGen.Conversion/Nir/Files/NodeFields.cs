using System.Globalization;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>The parameters of a node, each a dataset of its group.</summary>
/// <param name="name">The node's name.</param>
/// <param name="group">The node's group.</param>
internal sealed class NodeFields(string name, FileGroup group)
{
    /// <summary>The node's name.</summary>
    public string Name => name;

    /// <summary>The node, for people.</summary>
    public string Where => group.Where;

    /// <summary>One string.</summary>
    public string Text(string field) => Require(field).ReadTexts() is [string text]
        ? text
        : throw NirFault.Corrupt($"'{field}' of {Where} must be one string");

    /// <summary>A tensor of finite numbers.</summary>
    public NirArray Array(string field) => FindArray(field) ?? throw Missing(field);

    /// <summary>A tensor of finite numbers, or null where the file has none.</summary>
    public NirArray? FindArray(string field)
    {
        NirArray? array = group.FindDataset(field)?.ReadNumbers();
        if (array is null)
            return null;
        if (array.Size == 0)
            throw NirFault.Mismatch($"'{field}' of {Where} has the shape {Shapes.Text(array.Shape)} without a single value");
        int bad = array.Values.AsSpan().IndexOfAnyExceptInRange(double.MinValue, double.MaxValue);
        return bad < 0
            ? array
            : throw new NirFault(
                DiagnosticDescriptors.NonFiniteWeights,
                string.Create(CultureInfo.InvariantCulture, $"'{field}' of {Where} has the value {array.Values[bad]} at {bad}; repair the training or export an earlier checkpoint"));
    }

    /// <summary>One whole number of at least <paramref name="minimum"/>.</summary>
    public int Integer(string field, int minimum) => One(field, Integers(field, minimum));

    /// <summary>One whole number, or null where the file has none.</summary>
    public int? FindInteger(string field, int minimum) => FindIntegers(field, minimum) is { } values ? One(field, values) : null;

    /// <summary>Whole numbers of at least <paramref name="minimum"/>, in a row.</summary>
    public EquatableArray<int> Integers(string field, int minimum) => FindIntegers(field, minimum) ?? throw Missing(field);

    /// <summary>Whole numbers of at least <paramref name="minimum"/> in a row, or null where the file has none.</summary>
    public EquatableArray<int>? FindIntegers(string field, int minimum)
    {
        if (group.FindDataset(field) is not { } dataset)
            return null;
        if (dataset.Shape.Count > 1)
            throw NirFault.Mismatch($"'{field}' of {Where} must be a list, but has the shape {Shapes.Text(dataset.Shape)}");
        double[] values = dataset.ReadNumbers().Values.ToArray();
        int bad = System.Array.FindIndex(values, value => !(value >= minimum && value <= int.MaxValue && double.IsInteger(value)));
        return bad < 0
            ? values.Select(value => (int)value).ToEquatableArray()
            : throw NirFault.Corrupt(string.Create(
                CultureInfo.InvariantCulture, $"'{field}' of {Where} has the value {values[bad]}; it must be a whole number of at least {minimum}"));
    }

    /// <summary>Two whole numbers; a single one holds for both axes.</summary>
    public NirPair Pair(string field, int minimum) => FindPair(field, minimum) ?? throw Missing(field);

    /// <summary>Two whole numbers, or null where the file has none; a single one holds for both axes.</summary>
    public NirPair? FindPair(string field, int minimum) => FindIntegers(field, minimum) switch
    {
        null => null,
        [int both] => new NirPair(both, both),
        [int height, int width] => new NirPair(height, width),
        { Count: int count } => throw NirFault.Mismatch($"'{field}' of {Where} has {count} values; it must have one or two"),
    };

    /// <summary>The padding of a convolution: a word or numbers.</summary>
    /// <param name="field">Its dataset.</param>
    /// <param name="read">Reads the numbers.</param>
    public NirPadding<T> Padding<T>(string field, Func<string, int, T> read)
        where T : struct
    {
        if (!Require(field).IsText)
            return read(field, 0);
        string word = Text(field);
        return word switch
        {
            "same" => new NirPadding<T>(NirPaddingKind.Same, default),
            "valid" => new NirPadding<T>(NirPaddingKind.Valid, default),
            _ => throw NirFault.Corrupt($"'{field}' of {Where} is '{word}'; it must be 'same', 'valid' or numbers"),
        };
    }

    /// <summary>Extents of the data at an input or output; its dataset has had several names.</summary>
    /// <param name="type">Name of the group that some versions wrote.</param>
    /// <param name="port">Name of the dataset in that group.</param>
    public EquatableArray<int> PortShape(string type, string port) =>
        FindIntegers("shape", minimum: 1)
        ?? (group.FindGroup(type, $"'{type}' of {Where}") is { } types ? new NodeFields(name, types).FindIntegers(port, minimum: 1) : FindIntegers(type, minimum: 1))
        ?? throw Missing("shape");

    private int One(string field, EquatableArray<int> values) => values is [int value]
        ? value
        : throw NirFault.Mismatch($"'{field}' of {Where} has {values.Count} values; it must have one");

    private FileDataset Require(string field) => group.FindDataset(field) ?? throw Missing(field);

    private NirFault Missing(string field) => NirFault.Corrupt($"{Where} has no dataset '{field}'; write the file again with NIR's own package");
}
