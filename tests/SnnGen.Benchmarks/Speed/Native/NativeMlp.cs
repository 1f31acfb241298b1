using SnnGen.Spiking;

namespace SnnGen.Benchmarks.Speed.Native;

/// <summary>mlp.c on images.</summary>
internal sealed unsafe class NativeMlp(NativeCode code, NativeNetwork numbers, SpikingNetwork spiking, TestImages images) : NativeContender
{
    private readonly delegate* unmanaged<void*, byte*, int*, int> _run =
        (delegate* unmanaged<void*, byte*, int*, int>)code.Function("mlp", "mlp_run");

    private readonly void* _network = Create(code, numbers, spiking.Layers.Count);

    /// <summary>A network of dense layers, in the memory of the library.</summary>
    public static void* Create(NativeCode code, NativeNetwork numbers, int layers)
    {
        var create = (delegate* unmanaged<int, int, int*, int*, sbyte**, int**, int**, int**, void*>)code.Function("mlp", "mlp_create");
        return create(
            numbers.TimeSteps, layers, numbers.Sizes, numbers.Worth, numbers.Weights, numbers.Bias, numbers.Threshold, numbers.Initial);
    }

    protected override int Run(int image, int* potentials)
    {
        fixed (byte* pixels = images.Bytes(image))
            return _run(_network, pixels, potentials);
    }
}
