using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Benchmarks.Speed.Native;

/// <summary>A spiking network in hand-written C. What the library allocates lives as long as the process.</summary>
internal abstract unsafe class NativeContender : Contender
{
    private const int Outputs = 10;

    /// <summary>The class and the integer potentials of the outputs.</summary>
    public (int Class, int[] Potentials) Outcome(int image)
    {
        var potentials = new int[Outputs];
        fixed (int* to = potentials)
            return (Run(image, to), potentials);
    }

    protected override int Classify(int image)
    {
        int* potentials = stackalloc int[Outputs];
        return Run(image, potentials);
    }

    protected abstract int Run(int image, int* potentials);

    public static NativeContender Create(NativeCode code, string network, SpikingNetwork spiking, TestImages images)
    {
        using var numbers = new NativeNetwork(spiking);
        bool takesSpikes = spiking.Input.Encoding != InputEncoding.Current;
        string setting = "int8, T = 8" + (takesSpikes ? ", spikes in" : "");
        if (spiking.Layers[0].Projections[0].Connection is ConvolutionConnection)
            return new NativeCnn(code, numbers, spiking, images) { Network = network, Kind = ContenderKind.Native, Setting = setting };
        return takesSpikes
            ? new NativeSpikingMlp(code, numbers, spiking, images) { Network = network, Kind = ContenderKind.Native, Setting = setting }
            : new NativeMlp(code, numbers, spiking, images) { Network = network, Kind = ContenderKind.Native, Setting = setting };
    }
}
