using CsCheck;

namespace SnnGen.Conversion.Tests.Support;

/// <summary>Samples that any file format can hold.</summary>
/// <param name="Type">Element type, by NumPy's name.</param>
/// <param name="Shape">Extents; the first counts the samples.</param>
/// <param name="Values">Row-major.</param>
/// <param name="Limit">How many samples to read, 0 for all.</param>
internal sealed record RandomSamples(string Type, int[] Shape, float[] Values, int Limit)
{
    /// <summary>Samples of one of <paramref name="types"/>.</summary>
    public static Gen<RandomSamples> Of(params string[] types) =>
        from type in Gen.OneOfConst(types)
        from shape in Gen.Int[1, 5].Array[1, 4]
        from values in ValueOf(type).Array[shape.Aggregate(1, (a, b) => a * b)]
        from limit in Gen.Int[0, 6]
        select new RandomSamples(type, shape, values, limit);

    /// <summary>Number of samples that are read.</summary>
    public int Count => Limit == 0 ? Shape[0] : Math.Min(Limit, Shape[0]);

    /// <summary>Values of one sample.</summary>
    public int Size => Values.Length / Shape[0];

    /// <summary>The values with the first index running fastest.</summary>
    public IEnumerable<float> InFortranOrder()
    {
        var index = new int[Shape.Length];
        for (int i = 0; i < Values.Length; i++)
        {
            yield return Values[index.Select((position, axis) => position * Shape[(axis + 1)..].Aggregate(1, (a, b) => a * b)).Sum()];
            for (int axis = 0; axis < Shape.Length && ++index[axis] == Shape[axis]; axis++)
                index[axis] = 0;
        }
    }

    private static Gen<float> ValueOf(string type) => type switch
    {
        "b1" => Gen.Int[0, 1].Select(value => (float)value),
        ['u', ..] => Gen.Int[0, 255].Select(value => (float)value),
        ['i', ..] => Gen.Int[-128, 127].Select(value => (float)value),
        _ => Gen.Int[-512, 512].Select(value => value / 64f),
    };
}
