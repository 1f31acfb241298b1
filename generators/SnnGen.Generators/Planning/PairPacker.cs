using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Planning;

/// <summary>Lays integer weights out in rows of input pairs: for each output the weight of the first input, then of the second.</summary>
internal sealed class PairPacker
{
    private readonly int _bits;
    private readonly byte[] _bytes;

    private PairPacker(WeightStorage storage, long weights)
    {
        _bits = Bits(storage);
        _bytes = new byte[checked((int)(weights * _bits / 8))];
    }

    /// <summary>Every input to every output; rows are padded to <paramref name="stride"/> outputs.</summary>
    public static EquatableArray<ulong> PackDense(WeightStorage storage, DenseConnection connection, int stride)
    {
        EquatableArray<int> weights = ((IntegerTensor)connection.Weights).Values;
        int rows = (connection.Inputs + 1) / 2;
        var packer = new PairPacker(storage, 2L * rows * stride);
        for (int input = 0; input < connection.Inputs; input++)
            for (int output = 0; output < connection.Outputs; output++)
                packer.Put(((long)(input / 2) * stride + output) * 2 + input % 2, weights[input * connection.Outputs + output]);
        return packer.Words();
    }

    /// <summary>Kernel row by kernel row, phase by phase, pair by pair: the run of a <see cref="ConvolutionLayout"/>.</summary>
    public static EquatableArray<ulong> PackConvolution(WeightStorage storage, ConvolutionConnection convolution, ConvolutionLayout layout)
    {
        SlidingWindow window = convolution.Window;
        int phases = Phases(window, layout);
        var packer = new PairPacker(storage, 2L * window.KernelHeight * phases * layout.GroupPairs * layout.Run);
        long row = 0;
        for (int kernelRow = 0; kernelRow < window.KernelHeight; kernelRow++)
            for (int phase = 0; phase < phases; phase++)
                for (int pair = 0; pair < layout.GroupPairs; pair++, row++)
                    for (int half = 0; half < 2; half++)
                        packer.PutRun(convolution, layout, kernelRow, phase, 2 * pair + half, row * layout.Run * 2 + half);
        return packer.Words();
    }

    /// <summary>Bytes of the weights of one kernel row.</summary>
    public static int KernelRowBytes(WeightStorage storage, SlidingWindow window, ConvolutionLayout layout) =>
        Phases(window, layout) * layout.GroupPairs * Bytes(storage, layout.Run);

    /// <summary>Bytes of the weights of <paramref name="outputs"/> outputs in a row of pairs.</summary>
    public static int Bytes(WeightStorage storage, int outputs) => outputs * 2 * Bits(storage) / 8;

    private static int Phases(SlidingWindow window, ConvolutionLayout layout) => layout.GroupColumns == 2 ? 1 : window.StrideWidth;

    private static int Bits(WeightStorage storage) => storage switch
    {
        WeightStorage.Int2Pairs => 2,
        WeightStorage.Int4Pairs => 4,
        _ => 8,
    };

    private void PutRun(ConvolutionConnection convolution, ConvolutionLayout layout, int kernelRow, int phase, int element, long at)
    {
        EquatableArray<int> weights = ((IntegerTensor)convolution.Weights).Values;
        SlidingWindow window = convolution.Window;
        int channels = window.Input.Channels, outputs = window.Output.Channels;
        for (int place = 0; place < layout.Places; place++)
        {
            int tap = layout.KernelColumn(window, phase, element / channels, place);
            if (tap < 0)
                continue;
            int from = convolution.WeightIndex(element % channels, kernelRow, tap);
            for (int output = 0; output < outputs; output++)
                Put(at + 2L * (place * outputs + output), weights[from + output]);
        }
    }

    private void Put(long index, int weight)
    {
        long bit = index * _bits;
        _bytes[bit / 8] |= (byte)((weight & ((1 << _bits) - 1)) << (int)(bit % 8));
    }

    private EquatableArray<ulong> Words()
    {
        var words = new ulong[(_bytes.Length + 7) / 8];
        for (int i = 0; i < _bytes.Length; i++)
            words[i / 8] |= (ulong)_bytes[i] << (i % 8 * 8);
        return new EquatableArray<ulong>(words);
    }
}
