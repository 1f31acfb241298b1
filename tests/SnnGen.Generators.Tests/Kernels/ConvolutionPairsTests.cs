using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SnnGen.Generators.Planning;
using SnnGen.Runtime;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Kernels;

/// <summary>Convolutions in every width of a vector, against plain loops.</summary>
public class ConvolutionPairsTests
{
    [Theory]
    [InlineData(2, 16, 3, 1, 1, 0)]
    [InlineData(3, 16, 3, 1, 1, 1)]
    [InlineData(1, 32, 5, 1, 1, 2)]
    [InlineData(4, 64, 3, 2, 1, 1)]
    [InlineData(2, 12, 3, 1, 2, 1)]
    [InlineData(60, 32, 3, 1, 1, 1)]
    public void Every_width_gives_the_sums_of_plain_loops(int channels, int outputs, int kernel, int stride, int dilation, int padding)
    {
        const int Extent = 9, Worth = 3;
        int places = ((Extent + (2 * padding) - ((kernel - 1) * dilation) - 1) / stride) + 1;
        var window = new SlidingWindow(
            new FeatureMap(Extent, Extent, channels), new FeatureMap(places, places, outputs), kernel, kernel, stride, stride, padding, padding, dilation, dilation);
        var random = new Random(channels);
        int[] weights = [.. Enumerable.Range(0, channels * window.Taps * outputs).Select(_ => random.Next(-9, 10))];
        byte[] values = [.. Enumerable.Range(0, window.Input.Size).Select(_ => (byte)(random.Next(3) == 0 ? random.Next(1, 4) : 0))];
        int[] start = [.. Enumerable.Range(0, window.Output.Size).Select(_ => random.Next(-100, 100))];
        var convolution = new ConvolutionConnection(window, 1, new IntegerTensor(TensorShape.Of(weights.Length), 8, new EquatableArray<int>(weights)));
        int[] expected = [.. start.Select((b, output) => b + (Worth * Sum(convolution, weights, values, output)))];

        foreach (bool isNarrow in new[] { true, false })
        {
            Assert.Equal(expected, Run<Lanes128, Vector128<short>, Vector128<int>>(convolution, values, start, isNarrow));
            Assert.Equal(expected, Run<Lanes256, Vector256<short>, Vector256<int>>(convolution, values, start, isNarrow));
            if (outputs % 32 == 0)
                Assert.Equal(expected, Run<Lanes512, Vector512<short>, Vector512<int>>(convolution, values, start, isNarrow));
        }
    }

    private static int Sum(ConvolutionConnection convolution, int[] weights, byte[] values, int output)
    {
        SlidingWindow window = convolution.Window;
        (int row, int column, int channel) = window.Output.Locate(output, ChannelOrder.Last);
        int sum = 0;
        for (int i = 0; i < window.KernelHeight; i++)
            for (int j = 0; j < window.KernelWidth; j++)
                if (window.InputRow(row, i) is >= 0 and var inputRow && window.InputColumn(column, j) is >= 0 and var inputColumn)
                    for (int c = 0; c < window.Input.Channels; c++)
                        sum += values[window.Input.Index(inputRow, inputColumn, c)] * weights[convolution.WeightIndex(c, i, j) + channel];
        return sum;
    }

    private static int[] Run<TLanes, TShort, TInt>(ConvolutionConnection convolution, byte[] values, int[] start, bool isNarrow)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
    {
        SlidingWindow w = convolution.Window;
        ConvolutionLayout layout = ConvolutionLayout.Of(w, count => (count + 15) / 16 * 16);
        ulong[] table = PairPacker.PackConvolution(WeightStorage.Int8Pairs, convolution, layout).ToArray();
        var blocks = new ConvolutionBlocks
        {
            Places = layout.Places, Lanes = layout.Lanes, Groups = layout.Groups, BlockGroups = layout.BlockGroups, Step = layout.Step,
            GroupPairs = layout.GroupPairs, Inputs = w.Input.Width * w.Input.Channels, Lead = w.PaddingLeft * w.Input.Channels,
        };
        var window = new Window
        {
            InputHeight = w.Input.Height, InputWidth = w.Input.Width, InputChannels = w.Input.Channels, OutputHeight = w.Output.Height,
            OutputWidth = w.Output.Width, OutputChannels = w.Output.Channels, KernelHeight = w.KernelHeight, KernelWidth = w.KernelWidth,
            StrideHeight = w.StrideHeight, StrideWidth = w.StrideWidth, PaddingTop = w.PaddingTop, PaddingLeft = w.PaddingLeft,
            DilationHeight = w.DilationHeight, DilationWidth = w.DilationWidth,
        };
        var pairs = new int[(w.Input.Height * blocks.RowPairs) + SpreadInputs.Step];
        var masks = new byte[w.Input.Height * blocks.MaskBytes];
        for (int row = 0; row < w.Input.Height; row++)
        {
            var padded = new byte[blocks.Lead + Math.Max(blocks.Inputs, 2 * blocks.RowPairs) + (2 * SpreadInputs.Step)];
            values.AsSpan(row * blocks.Inputs, blocks.Inputs).CopyTo(padded.AsSpan(blocks.Lead));
            SpreadInputs.Prepare(padded, pairs.AsSpan(row * blocks.RowPairs), masks.AsSpan(row * blocks.MaskBytes, blocks.MaskBytes), blocks.RowPairs, isNarrow);
        }
        var currents = new int[start.Length];
        ConvolutionPairs.Rows<TLanes, TShort, TInt, Int8Weights>(
            currents, start, MemoryMarshal.AsBytes<ulong>(table), pairs, masks, window, blocks, 3, isNarrow);
        return currents;
    }
}
