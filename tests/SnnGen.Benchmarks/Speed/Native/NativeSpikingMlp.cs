using SnnGen.Spiking;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Benchmarks.Speed.Native;

/// <summary>mlp.c on spikes, encoded in advance.</summary>
internal sealed unsafe class NativeSpikingMlp : NativeContender
{
    private readonly delegate* unmanaged<void*, ulong*, int, int*, int> _run;
    private readonly void* _network;
    private readonly ulong[][] _trains;
    private readonly int _frameWords;

    public NativeSpikingMlp(NativeCode code, NativeNetwork numbers, SpikingNetwork spiking, TestImages images)
    {
        _run = (delegate* unmanaged<void*, ulong*, int, int*, int>)code.Function("mlp", "mlp_run_spikes");
        _network = NativeMlp.Create(code, numbers, spiking.Layers.Count);
        _frameWords = (spiking.InputSize + 63) / 64;
        _trains = [.. Enumerable.Range(0, images.Count).Select(image => Train(SpikeEncoder.Encode(spiking.Input, images.Bytes(image), spiking.TimeSteps)))];
    }

    protected override int Run(int image, int* potentials)
    {
        fixed (ulong* words = _trains[image])
            return _run(_network, words, _frameWords, potentials);
    }

    private static ulong[] Train(SpikeRaster raster) =>
        [.. Enumerable.Range(0, raster.TimeSteps).SelectMany(step => raster.Frame(step).ToArray())];
}
