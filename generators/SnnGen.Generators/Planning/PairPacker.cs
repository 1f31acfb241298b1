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

    /// <summary>The table of a <see cref="ConvolutionLayout"/>.</summary>
    public static EquatableArray<ulong> PackConvolution(WeightStorage storage, ConvolutionConnection convolution, ConvolutionLayout layout)
    {
        SlidingWindow window = convolution.Window;
        var packer = new PairPacker(storage, 2L * layout.Rows(window) * layout.Lanes);
        for (int kernelRow = 0; kernelRow < window.KernelHeight; kernelRow++)
            for (int group = 0; group < layout.BlockGroups; group++)
                for (int element = 0; element < 2 * layout.GroupPairs; element++)
                {
                    int row = (kernelRow * layout.BlockGroups + group) * layout.GroupPairs + element / 2;
                    packer.PutPlaces(convolution, layout, group, kernelRow, element, 2L * row * layout.Lanes + element % 2);
                }
        return packer.Words();
    }

    /// <summary>Bytes of the weights of <paramref name="outputs"/> outputs in a row of pairs.</summary>
    public static int RowBytes(WeightStorage storage, int outputs) => outputs * 2 * Bits(storage) / 8;

    private static int Bits(WeightStorage storage) => storage switch
    {
        WeightStorage.Int2Pairs => 2,
        WeightStorage.Int4Pairs => 4,
        _ => 8,
    };

    // What one input of a group of columns contributes to every place of a block.
    private void PutPlaces(ConvolutionConnection convolution, ConvolutionLayout layout, int group, int kernelRow, int element, long at)
    {
        EquatableArray<int> weights = ((IntegerTensor)convolution.Weights).Values;
        SlidingWindow window = convolution.Window;
        int channels = window.Input.Channels, outputs = window.Output.Channels, column = group * layout.GroupColumns + element / channels;
        for (int place = 0; place < layout.Places; place++)
        {
            int distance = column - place * window.StrideWidth, tap = distance / window.DilationWidth;
            if (distance < 0 || distance % window.DilationWidth != 0 || tap >= window.KernelWidth)
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
