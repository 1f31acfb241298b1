using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>Makes a projection of a chain: the gains of the target's neurons enter the weights, which are rounded once, to single precision.</summary>
/// <param name="fault">Complains.</param>
internal sealed class ProjectionBuilder(ImportFault fault)
{
    private const long MostWeights = 1L << 28;

    /// <summary>The projection, or null where one cannot hold the chain: a population must relay what comes out of it.</summary>
    /// <param name="index">Index of the source's layer, or <see cref="Projection.NetworkInput"/>.</param>
    /// <param name="source">The source.</param>
    /// <param name="chain">What lies between.</param>
    /// <param name="target">The target.</param>
    /// <param name="gain">Gains of its neurons, in NIR's order.</param>
    public Projection? Build(int index, Population source, LinearChain chain, Population target, double[] gain)
    {
        if (Shapes.Size(chain.Shape) != target.Size)
            throw fault.Shape(target.Name, $"it has the shape {Shapes.Text(target.Shape)}, but what comes from '{source.Name}' has {Shapes.Text(chain.Shape)}");
        double[] factor = [.. gain.Select((value, i) => chain.OutputFactor(i, value))];
        Connection? connection = chain.Convolution is { } convolution ? Convolution(chain, convolution, target, factor)
            : chain.Matrix is { } matrix ? Dense(source, chain, target, (output, input) => matrix[output * (matrix.Length / target.Size) + input], factor)
            : OneToOne(source, chain, target, factor);
        if (connection is null)
            return null;
        int[]? delays = chain.Delays is { } each ? [.. source.NirIndices().Select(i => each[i])] : null;
        return new Projection(index, source.Order, chain.Pooling is null ? null : new SumPooling(chain.Pooling), connection)
        {
            Delay = chain.Delay, InputDelays = delays is null ? default : new EquatableArray<int>(delays),
        };
    }

    private static ConvolutionConnection? Convolution(LinearChain chain, (SlidingWindow Window, double[] Kernels, int Groups) convolution, Population target, double[] factor)
    {
        (SlidingWindow window, double[] kernels, int groups) = convolution;
        FeatureMap output = window.Output;
        int places = output.Height * output.Width, inputPlaces = window.Input.Height * window.Input.Width, taps = window.Taps;
        // A kernel is the same at all places.
        if (target.Map != output || factor.Where((value, i) => !value.Equals(factor[i / places * places])).Any())
            return null;
        int fanIn = window.Input.Channels / groups, fanOut = output.Channels / groups;
        var weights = new float[window.Input.Channels * taps * fanOut];
        for (int channel = 0; channel < window.Input.Channels; channel++)
            for (int tap = 0; tap < taps; tap++)
                for (int k = 0; k < fanOut; k++)
                {
                    int to = channel / fanIn * fanOut + k;
                    double scale = chain.InputScale is { } inputs ? factor[to * places] * inputs[channel * inputPlaces] : factor[to * places];
                    weights[(channel * taps + tap) * fanOut + k] = (float)(kernels[(to * fanIn + channel % fanIn) * taps + tap] * scale);
                }
        return new ConvolutionConnection(window, groups, new Float32Tensor(TensorShape.Of(window.Input.Channels, window.KernelHeight, window.KernelWidth, fanOut), new EquatableArray<float>(weights)));
    }

    // Inputs are numbered as the source is, or channels last behind windows; outputs as the target is.
    private DenseConnection Dense(Population source, LinearChain chain, Population target, Func<int, int, double> weight, double[] factor)
    {
        int[] inputs = chain.Pooling is { } pooling ? Shapes.ChannelsFirst(pooling.Output) : source.NirIndices(), outputs = target.NirIndices();
        if ((long)inputs.Length * outputs.Length > MostWeights)
            throw fault.Unsupported(target.Name, $"all {inputs.Length} inputs to all {outputs.Length} neurons are more than {MostWeights} weights");
        var weights = new float[inputs.Length * outputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            for (int j = 0; j < outputs.Length; j++)
            {
                double scale = chain.InputScale is { } scales ? factor[outputs[j]] * scales[inputs[i]] : factor[outputs[j]];
                weights[i * outputs.Length + j] = (float)(weight(outputs[j], inputs[i]) * scale);
            }
        return new DenseConnection(inputs.Length, outputs.Length, new Float32Tensor(TensorShape.Of(inputs.Length, outputs.Length), new EquatableArray<float>(weights)));
    }

    // Element by element: a convolution of one tap a channel where source and target number their neurons alike.
    private Connection? OneToOne(Population source, LinearChain chain, Population target, double[] factor)
    {
        double[] scale = [.. factor.Select((value, i) => chain.InputScale is { } inputs ? value * inputs[i] : value)];
        FeatureMap? from = chain.Pooling?.Output ?? source.Map;
        if (from is null && target.Map is null)
            return Depthwise(new FeatureMap(1, 1, target.Size), scale);
        if (from == target.Map)
        {
            int places = from!.Value.Height * from.Value.Width;
            if (scale.Select((value, i) => value.Equals(scale[i / places * places])).All(same => same))
                return Depthwise(from.Value, [.. Enumerable.Range(0, from.Value.Channels).Select(channel => scale[channel * places])]);
            if (chain.Pooling is null && !source.IsInput)
                return Depthwise(new FeatureMap(1, 1, target.Size), [.. target.NirIndices().Select(i => scale[i])]);
            if (chain.Pooling is not null)
                return null;
        }
        return Dense(source, chain with { InputScale = null }, target, (output, input) => output == input ? scale[output] : 0, [.. Enumerable.Repeat(1.0, target.Size)]);
    }

    private static ConvolutionConnection Depthwise(FeatureMap map, double[] weights) => new(
        new SlidingWindow(map, map, 1, 1, 1, 1, 0, 0, 1, 1), map.Channels,
        new Float32Tensor(TensorShape.Of(map.Channels, 1, 1, 1), new EquatableArray<float>([.. weights.Select(value => (float)value)])));
}
