using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Nir.Quantization;

/// <summary>Mean spikes a step of each neuron of a network and of its inputs.</summary>
internal sealed class LayerRates
{
    private readonly double[] _inputs;
    private readonly double[][] _layers;

    private LayerRates(double[] inputs, double[][] layers) => (_inputs, _layers) = (inputs, layers);

    /// <summary>The rates of a network on inputs.</summary>
    public static LayerRates Of(SpikingNetwork network, SpikeInputs inputs, ParallelOptions parallel)
    {
        var counts = new int[inputs.Count][][];
        int[] steps = new int[inputs.Count];
        Parallel.For(0, inputs.Count, parallel, () => new ReferenceSimulator(network), (i, _, simulator) =>
        {
            SpikeRaster[] rasters = inputs.Run(simulator, i).Rasters;
            steps[i] = rasters[0].TimeSteps;
            counts[i] = [.. rasters.Select(raster => Enumerable.Range(0, raster.Neurons).Select(raster.Count).ToArray())];
            return simulator;
        }, _ => { });
        double all = steps.Sum(count => (double)count);
        return new LayerRates(inputs.Rates(), [.. network.Layers.Select((layer, l) =>
            Enumerable.Range(0, layer.Neurons).Select(j => counts.Sum(sample => (double)sample[l][j]) / all).ToArray())]);
    }

    /// <summary>The rate of each input of a projection's synapses, those of a pooling summed.</summary>
    public double[] Of(Projection projection)
    {
        double[] rates = projection.Source == Projection.NetworkInput ? _inputs : _layers[projection.Source];
        if (projection.Pooling?.Window is not { } window)
            return rates;
        var pooled = new double[window.Output.Size];
        for (int i = 0; i < rates.Length; i++)
        {
            (int row, int column, int channel) = window.Input.Locate(i, projection.Order);
            for (int y = 0; y < window.KernelHeight; y++)
                for (int x = 0; x < window.KernelWidth; x++)
                    if (window.OutputRow(row, y) is >= 0 and var r && window.OutputColumn(column, x) is >= 0 and var c)
                        pooled[window.Output.Index(r, c, channel)] += rates[i];
        }
        return pooled;
    }
}
