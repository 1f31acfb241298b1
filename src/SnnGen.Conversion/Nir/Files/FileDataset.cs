using System.Globalization;
using PureHDF;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>A dataset of the file: a tensor of numbers or of strings.</summary>
internal sealed class FileDataset
{
    private const string Cure = "store it little-endian, plain or with gzip, or copy the file again";

    private readonly IH5Dataset _dataset;
    private readonly string _where;
    private readonly H5DataTypeClass _kind;
    private readonly int _elementSize;

    /// <param name="dataset">The dataset; not one without dataspace.</param>
    /// <param name="where">What it is, for people.</param>
    /// <param name="limits">What the file may still ask for.</param>
    public FileDataset(IH5Dataset dataset, string where, FileLimits limits)
    {
        (_dataset, _where) = (dataset, where);
        ulong[] extents = NirFault.Guard(where, () => dataset.Space.Dimensions);
        (_kind, _elementSize) = NirFault.Guard(where, () => (dataset.Type.Class, dataset.Type.Size));
        Size = limits.TakeValues(extents, _elementSize, where);
        if (extents.Any(extent => extent > int.MaxValue))
            throw NirFault.Corrupt($"{where} has the impossible shape ({string.Join(", ", extents)})");
        Shape = extents.Select(extent => (int)extent).ToEquatableArray();
        RequireReadableLayout(extents, limits);
    }

    /// <summary>Extents, outermost first; empty for a scalar.</summary>
    public EquatableArray<int> Shape { get; }

    /// <summary>Number of elements.</summary>
    public int Size { get; }

    /// <summary>True where the elements are strings.</summary>
    public bool IsText => _kind is H5DataTypeClass.String or H5DataTypeClass.VariableLength;

    /// <summary>The numbers in it.</summary>
    /// <exception cref="NirFault">SNN1002: they are none, or cannot be read.</exception>
    public NirArray ReadNumbers()
    {
        bool isSingle = _kind == H5DataTypeClass.FloatingPoint && _elementSize <= sizeof(float);
        double[] values = NirFault.Guard(_where, ReadDoubles, Cure);
        return values.Length == Size
            ? new NirArray(Shape, new EquatableArray<double>(values), isSingle)
            : throw NirFault.Corrupt($"{_where} holds {values.Length} values, its shape {Size}; write or copy the file again");
    }

    /// <summary>The strings in it, row-major.</summary>
    /// <exception cref="NirFault">SNN1002: they are none, or cannot be read.</exception>
    public string[] ReadTexts()
    {
        if (Size == 0)
            return [];
        if (!IsText)
            throw NirFault.Corrupt($"{_where} must hold text, but holds {KindName}");
        string[] texts = NirFault.Guard(_where, () => _dataset.Read<string[]>(), Cure);
        return texts.Length == Size && texts.All(text => text is not null)
            ? texts
            : throw NirFault.Corrupt($"{_where} lacks some of its {Size} strings; write or copy the file again");
    }

    private string KindName => _kind switch
    {
        H5DataTypeClass.String or H5DataTypeClass.VariableLength => "text or lists",
        H5DataTypeClass.FixedPoint or H5DataTypeClass.FloatingPoint => "numbers",
        _ => $"elements of HDF5's class {_kind}",
    };

    private double[] ReadDoubles() => (_kind, _elementSize) switch
    {
        (H5DataTypeClass.FloatingPoint, 2) => Read<Half>(value => (double)value),
        (H5DataTypeClass.FloatingPoint, 4) => Read<float>(value => value),
        (H5DataTypeClass.FloatingPoint, 8) => _dataset.Read<double[]>(),
        (H5DataTypeClass.FixedPoint, 1) => IsSigned ? Read<sbyte>(value => value) : Read<byte>(value => value),
        (H5DataTypeClass.FixedPoint, 2) => IsSigned ? Read<short>(value => value) : Read<ushort>(value => value),
        (H5DataTypeClass.FixedPoint, 4) => IsSigned ? Read<int>(value => value) : Read<uint>(value => value),
        (H5DataTypeClass.FixedPoint, 8) => IsSigned ? Read<long>(value => value) : Read<ulong>(value => value),
        (H5DataTypeClass.FixedPoint or H5DataTypeClass.FloatingPoint, _) =>
            throw NirFault.Corrupt(string.Create(CultureInfo.InvariantCulture, $"{_where} has numbers of {_elementSize} bytes, which are not read; store it as float32 or float64")),
        _ => throw NirFault.Corrupt($"{_where} must hold numbers, but holds {KindName}"),
    };

    private bool IsSigned => _dataset.Type.FixedPoint.IsSigned;

    private double[] Read<T>(Converter<T, double> convert) => Array.ConvertAll(_dataset.Read<T[]>(), convert);

    /// <summary>The library allocates what shapes and chunks claim, whatever the file holds, and follows virtual datasets to other files.</summary>
    private void RequireReadableLayout(ulong[] extents, FileLimits limits)
    {
        (H5DataLayoutClass kind, ulong[] chunk) = NirFault.Guard(_where, () =>
            (_dataset.Layout.Class, _dataset.Layout.Class == H5DataLayoutClass.Chunked ? _dataset.Layout.Chunks : []));
        bool isAllowed = kind switch
        {
            H5DataLayoutClass.VirtualStorage => throw NirFault.Corrupt($"{_where} is a view of other files; store its values in this file"),
            H5DataLayoutClass.Chunked => limits.AllowsChunks(extents, chunk, _elementSize),
            _ => limits.AllowsPlain(extents, _elementSize),
        };
        if (!isAllowed)
            throw NirFault.Corrupt(
                $"{_where} has the shape ({string.Join(", ", extents)}){(chunk.Length > 0 ? $" in chunks of ({string.Join(", ", chunk)})" : "")}, "
                + "more than this file can hold; write or copy the file again");
    }
}
