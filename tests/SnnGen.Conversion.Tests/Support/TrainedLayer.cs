using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Assembly;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Quantization;
using SnnGen.Conversion.TuningCurves;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Tests.Support;

/// <summary>Programs of the trained networks that lie beside the repository.</summary>
internal static class TrainedLayer
{
    private const int TimeSteps = 8;

    /// <summary>The program of some neurons of one layer, spread evenly.</summary>
    public static LayerProgram Program(string model, int layer, int neurons, int samples = 500) => Sample(All(model, layer, samples), neurons);

    // Layers before it keep the ANN's normalised weights: their rates are as real and cost no solving.
    private static LayerProgram All(string model, int index, int samples)
    {
        AnalogNetwork analog = OnnxImporter.Import(SharedData.Path("models", model));
        string file = SharedData.Path("data", "mnist", "train-images-idx3-ubyte.gz");
        InputBatch inputs = InputBatchBuilder.Build(
            DataReader.Read(file, samples), file, analog.InputShape, InputEncoding.Current, null, 0);
        var neuron = new IntegrateAndFire(ResetMode.Subtract);
        var parallel = new ParallelOptions();
        var builder = new LayerProblemBuilder(neuron, TuningCurveRecorder.Record(neuron, TimeSteps), new ConversionOptions().Anchor);
        var recorder = new LayerRecorder(inputs, new Float32Arithmetic(), TimeSteps, _ => 0, parallel);
        CalibratedNetwork calibrated = Calibrator.Calibrate(analog, inputs, TimeSteps);
        for (int l = 0; ; l++)
        {
            LayerProblem problem = builder.Build(calibrated.Layers[l], CodeOf, recorder);
            if (l == index)
                return problem.Programs[0];
            LayerSolution prior = new PriorSolver().Solve(problem.Programs[0], 2, CancellationToken.None);
            recorder.Record(LayerQuantizer.Quantize(problem, [prior], NeuronSetting.Hidden(neuron, sharesScale: false), new Float32Arithmetic(), SynapseConstraints.None, parallel).Layer);
        }

        RateCode CodeOf(int source) =>
            source == Projection.NetworkInput ? RateCode.Uniform(1, 1, 0) : calibrated.Layers[source].Code!;
    }

    private static LayerProgram Sample(LayerProgram program, int count)
    {
        int[] chosen = [.. Enumerable.Range(0, count).Select(k => k * (program.Neurons - 1) / (count - 1))];
        Matrix<double> Columns(Matrix<double> matrix) =>
            Matrix<double>.Build.DenseOfColumnVectors(chosen.Select(matrix.Column));
        return program with
        {
            Prior = Columns(program.Prior),
            PriorBias = Vector<double>.Build.DenseOfEnumerable(chosen.Select(j => program.PriorBias[j])),
            Targets = Columns(program.Targets),
            Offsets = Columns(program.Offsets),
            Sides = [.. Enumerable.Range(0, program.Samples).SelectMany(i => chosen.Select(j => program.Side(i, j)))],
        };
    }
}
