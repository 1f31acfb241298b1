using SnnGen.Spiking.Layers;

namespace SnnGen.Spiking.Simulation;

/// <summary>The synapses of one projection: each nonzero input adds its fan-out to the currents, in order of the inputs.</summary>
internal sealed class ProjectionSimulator<T, TNumbers>(Projection projection, TNumbers numbers)
    where T : struct
    where TNumbers : struct, INumberSystem<T>
{
    private readonly T[] _weights = numbers.Read(projection.Connection.Weights);

    public int Source => projection.Source;

    /// <summary>Whether the currents reach a Loihi neuron as part of its bias.</summary>
    public bool IsAnalog => projection.IsAnalog;

    /// <summary>Adds the currents of an analog network input.</summary>
    /// <returns>Number of products.</returns>
    public long Accumulate(ReadOnlySpan<float> input, T[] current)
    {
        long operations = 0;
        for (int i = 0; i < input.Length; i++)
        {
            T x = numbers.FromInput(input[i]);
            if (!numbers.IsZero(x))
                operations += AccumulateOne(i, x, current);
        }
        return operations;
    }

    /// <summary>Adds the currents of the spikes that arrive at a step.</summary>
    /// <returns>Number of products.</returns>
    public long Accumulate(SpikeRaster spikes, int step, T[] current)
    {
        T worth = numbers.Spike(projection.SpikeWorth);
        long operations = 0;
        for (int i = 0; i < spikes.Neurons; i++)
            if (step >= projection.DelayOf(i) && spikes[step - projection.DelayOf(i), i])
                operations += AccumulateOne(i, worth, current);
        return operations;
    }

    /// <summary>Adds the currents of the values that arrive at a step.</summary>
    /// <param name="values">Potentials of the source, one array a step.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="current">Receives the currents.</param>
    /// <returns>Number of products.</returns>
    public long Accumulate(IReadOnlyList<float[]> values, int step, T[] current)
    {
        var arriving = new float[projection.Inputs];
        for (int i = 0; i < arriving.Length; i++)
            if (step >= projection.DelayOf(i))
                arriving[i] = values[step - projection.DelayOf(i)][i];
        return Accumulate(arriving, current);
    }

    /// <summary>Adds the currents of one input that is <paramref name="x"/>.</summary>
    /// <returns>Number of products.</returns>
    public long AccumulateOne(int input, T x, T[] current)
    {
        if (projection.Pooling is { } pooling)
            return AccumulatePooled(pooling.Window, input, x, current);
        if (projection.Connection is not ConvolutionConnection convolution)
            return AccumulateRow(input, x, current);
        (int row, int column, int channel) = convolution.Window.Input.Locate(input, projection.Order);
        return AccumulateKernel(convolution, row, column, channel, x, current);
    }

    private long AccumulatePooled(SlidingWindow window, int input, T x, T[] current)
    {
        (int row, int column, int channel) = window.Input.Locate(input, projection.Order);
        long operations = 0;
        for (int i = 0; i < window.KernelHeight; i++)
            for (int j = 0; j < window.KernelWidth; j++)
            {
                int pooledRow = window.OutputRow(row, i), pooledColumn = window.OutputColumn(column, j);
                if (pooledRow < 0 || pooledColumn < 0)
                    continue;
                operations += projection.Connection is ConvolutionConnection convolution
                    ? AccumulateKernel(convolution, pooledRow, pooledColumn, channel, x, current)
                    : AccumulateRow(window.Output.Index(pooledRow, pooledColumn, channel), x, current);
            }
        return operations;
    }

    private long AccumulateRow(int input, T x, T[] current)
    {
        int row = input * current.Length;
        for (int j = 0; j < current.Length; j++)
            current[j] = numbers.Add(current[j], numbers.Multiply(_weights[row + j], x));
        return current.Length;
    }

    private long AccumulateKernel(ConvolutionConnection convolution, int row, int column, int channel, T x, T[] current)
    {
        SlidingWindow window = convolution.Window;
        int fanOut = convolution.FanOut, first = convolution.FirstOutput(channel);
        long operations = 0;
        for (int i = 0; i < window.KernelHeight; i++)
            for (int j = 0; j < window.KernelWidth; j++)
            {
                int outputRow = window.OutputRow(row, i), outputColumn = window.OutputColumn(column, j);
                if (outputRow < 0 || outputColumn < 0)
                    continue;
                int weight = convolution.WeightIndex(channel, i, j);
                int target = window.Output.Index(outputRow, outputColumn, first);
                for (int k = 0; k < fanOut; k++)
                    current[target + k] = numbers.Add(current[target + k], numbers.Multiply(_weights[weight + k], x));
                operations += fanOut;
            }
        return operations;
    }
}
