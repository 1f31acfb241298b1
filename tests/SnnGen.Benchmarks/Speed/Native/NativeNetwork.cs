using System.Runtime.InteropServices;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Benchmarks.Speed.Native;

/// <summary>The numbers of a network as the C kernels take them: an array a layer, in unmanaged memory.</summary>
internal sealed unsafe class NativeNetwork : IDisposable
{
    private readonly List<nint> _blocks = [];

    public NativeNetwork(SpikingNetwork network)
    {
        RequireRoom(network);
        TimeSteps = network.TimeSteps;
        Projection[] projections = [.. network.Layers.Select(layer => layer.Projections.Single())];
        Sizes = Copy<int>([projections[0].Inputs, .. network.Layers.Select(layer => layer.Neurons)]);
        Worth = Copy<int>([.. projections.Select(projection => projection.SpikeWorth)]);
        Weights = (sbyte**)CopyAll(projections, projection => Array.ConvertAll(Integers(projection.Connection.Weights), w => (sbyte)w));
        Bias = (int**)CopyAll(network.Layers, layer => Spread(layer.Bias, layer));
        Threshold = (int**)CopyAll(network.Layers, layer => Spread(layer.Threshold, layer));
        Initial = (int**)CopyAll(network.Layers, layer => Spread(layer.InitialPotential, layer));
    }

    public int TimeSteps { get; }

    /// <summary>The inputs, and the neurons of each layer.</summary>
    public int* Sizes { get; }

    /// <summary>What a spike counts, one a layer.</summary>
    public int* Worth { get; }

    public sbyte** Weights { get; }

    public int** Bias { get; }

    public int** Threshold { get; }

    public int** Initial { get; }

    public void Dispose()
    {
        foreach (nint block in _blocks)
            NativeMemory.Free((void*)block);
    }

    /// <summary>The kernels sum spikes in 16 bits and never saturate a potential: exact where neither can happen.</summary>
    private static void RequireRoom(SpikingNetwork network)
    {
        foreach (SpikingLayer layer in network.Layers)
        {
            Projection projection = layer.Projections.Single();
            int channels = projection.Connection.Weights.Shape.Dimensions[^1];
            long taps = projection.Pooling?.Window.Taps ?? 1;
            var sums = new long[2, channels];
            foreach ((int k, int w) in Integers(projection.Connection.Weights).Index())
                sums[w < 0 ? 0 : 1, k % channels] += Math.Abs(w) * taps;
            long largest = sums.Cast<long>().Max();
            long current = largest * projection.SpikeWorth + Integers(layer.Bias).Max(Math.Abs);
            if (largest > short.MaxValue || current * network.TimeSteps > int.MaxValue / 2)
                throw new NotSupportedException($"layer '{layer.Name}' needs wider numbers than the C kernels have");
        }
    }

    /// <summary>One value a neuron, or a channel of a map.</summary>
    private static int[] Spread(Tensor tensor, SpikingLayer layer)
    {
        int[] values = Integers(tensor);
        return values.Length == layer.Channels ? values : [.. Enumerable.Repeat(values.Single(), layer.Channels)];
    }

    private static int[] Integers(Tensor tensor) => ((IntegerTensor)tensor).Values.ToArray();

    private nint CopyAll<TItem, T>(IEnumerable<TItem> items, Func<TItem, T[]> valuesOf)
        where T : unmanaged => (nint)Copy<nint>([.. items.Select(item => (nint)Copy<T>(valuesOf(item)))]);

    private T* Copy<T>(T[] values)
        where T : unmanaged
    {
        var block = (T*)NativeMemory.Alloc((nuint)values.Length, (nuint)sizeof(T));
        values.CopyTo(new Span<T>(block, values.Length));
        _blocks.Add((nint)block);
        return block;
    }
}
