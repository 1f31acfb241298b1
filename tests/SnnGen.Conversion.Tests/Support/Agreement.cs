using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Spiking;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Tests.Support;

/// <summary>Decisions of an ANN and of its spiking twin on the same inputs.</summary>
internal sealed record Agreement(int[] AnnClasses, int[] SnnClasses)
{
    public double Share => ShareOf(AnnClasses, SnnClasses);

    public double Accuracy(int[] labels) => ShareOf(labels, SnnClasses);

    public static Agreement Measure(AnalogNetwork analog, SpikingNetwork spiking, InputBatch inputs)
    {
        Matrix<double> logits = AnalogForward.Logits(analog, inputs.ToMatrix(0, inputs.Count));
        var snn = new int[inputs.Count];
        Parallel.For(0, inputs.Count, () => new ReferenceSimulator(spiking), (i, _, simulator) =>
        {
            snn[i] = inputs.Simulate(simulator, i).Class;
            return simulator;
        }, _ => { });
        return new Agreement([.. logits.EnumerateRows().Select(row => row.MaximumIndex())], snn);
    }

    private static double ShareOf(int[] expected, int[] actual) =>
        (double)expected.Zip(actual).Count(pair => pair.First == pair.Second) / expected.Length;
}
