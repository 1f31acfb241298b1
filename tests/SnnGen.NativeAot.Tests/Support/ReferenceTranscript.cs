using SnnGen.NativeAot.Tests.Program;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.NativeAot.Tests.Support;

/// <summary>What the program must print: the same runs in the reference simulator.</summary>
internal sealed class ReferenceTranscript
{
    private readonly SpikingNetwork _network;
    private readonly ReferenceSimulator _simulator;

    // Who steps a network decides when to stop.
    private readonly ReferenceSimulator _stepped;
    private readonly Transcript _transcript;

    private ReferenceTranscript(SpikingNetwork network, int index, TextWriter writer)
    {
        _network = network;
        _simulator = new ReferenceSimulator(network);
        _stepped = new ReferenceSimulator(network with { Output = network.Output with { Exit = EarlyExit.Never } });
        _transcript = new Transcript(writer, index.ToString());
    }

    /// <summary>The runs of one network.</summary>
    public static void Write(SpikingNetwork network, int index, int samples, TextWriter writer)
    {
        var reference = new ReferenceTranscript(network, index, writer);
        for (int sample = 0; sample < samples; sample++)
            reference.Write(sample);
    }

    private void Write(int sample)
    {
        var input = new SampleInput(sample);
        if (_network.Input.Encoding != InputEncoding.Events)
            WriteValues(sample, input);

        bool[][] spikes = input.Spikes(_network.TimeSteps, _network.InputSize);
        var raster = new SpikeRaster(_network.TimeSteps, _network.InputSize);
        for (int step = 0; step < spikes.Length; step++)
            for (int i = 0; i < spikes[step].Length; i++)
                raster[step, i] = spikes[step][i];
        _transcript.Begin(sample, "train");
        WriteResult(_simulator.Run(raster));
        _transcript.Begin(sample, "frames");
        WriteSteps(_stepped.Run(raster));
    }

    private void WriteValues(int sample, SampleInput input)
    {
        byte[] bytes = input.Bytes(_network.InputSize);
        _transcript.Begin(sample, "bytes");
        WriteResult(_simulator.Run(bytes));
        _transcript.Begin(sample, "floats");
        WriteResult(_simulator.Run(input.Floats(_network.InputSize, _network.Input.Scale, _network.Input.Offset)));
        if (_network.Input.Encoding != InputEncoding.Current)
            return;
        _transcript.Begin(sample, "held");
        WriteSteps(_stepped.Run(bytes));
    }

    private void WriteSteps(SimulationResult result)
    {
        SpikeRaster[] spiking = [.. result.Rasters.Where((_, layer) => _network.Layers[layer].Neuron is SpikingNeuron)];
        for (int step = 0; step < _network.TimeSteps; step++)
            for (int layer = 0; layer < spiking.Length; layer++)
                _transcript.Spikes(step, layer, spiking[layer].Frame(step));
        WriteResult(result);
    }

    private void WriteResult(SimulationResult result)
    {
        if (_network.Arithmetic is Float32Arithmetic)
            _transcript.Result(result.Class, result.SynapticOperations, result.Spikes, [.. result.Potentials.Select(v => (float)v)]);
        else
            _transcript.Result(result.Class, result.SynapticOperations, result.Spikes, [.. result.Potentials.Select(v => (int)v)]);
    }
}
