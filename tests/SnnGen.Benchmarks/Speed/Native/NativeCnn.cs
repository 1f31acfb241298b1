using SnnGen.Spiking;

namespace SnnGen.Benchmarks.Speed.Native;

/// <summary>cnn.c.</summary>
internal sealed unsafe class NativeCnn : NativeContender
{
    private readonly delegate* unmanaged<void*, byte*, int*, int> _run;
    private readonly void* _network;
    private readonly TestImages _images;

    public NativeCnn(NativeCode code, NativeNetwork numbers, SpikingNetwork spiking, TestImages images)
    {
        bool isMax = spiking.Layers[0].Pooling is not null;
        var create = (delegate* unmanaged<int, int, int, int, sbyte**, int**, int**, int**, void*>)code.Function("cnn", "cnn_create");
        _network = create(
            numbers.TimeSteps, spiking.Layers[0].Channels, spiking.Layers[1].Channels, isMax ? 1 : 0,
            numbers.Weights, numbers.Bias, numbers.Threshold, numbers.Initial);
        _run = (delegate* unmanaged<void*, byte*, int*, int>)code.Function("cnn", isMax ? "cnn_run_max" : "cnn_run_sum");
        _images = images;
    }

    protected override int Run(int image, int* potentials)
    {
        fixed (byte* pixels = _images.Bytes(image))
            return _run(_network, pixels, potentials);
    }
}
