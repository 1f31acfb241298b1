using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Chips;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.Tests.Conversion;

/// <summary>The promises of the README on the full MNIST test set; the slow networks are in the benchmarks.</summary>
public class MnistTests
{
    [SharedFact]
    public void The_small_network_keeps_its_accuracy()
    {
        (double accuracy, double agreement) = Measure("mnist_mlp128.onnx", new ConversionOptions());
        Assert.InRange(accuracy, 0.978, 1);
        Assert.InRange(agreement, 0.994, 1);
    }

    [SharedFact]
    public void Two_steps_are_enough_for_most_digits() =>
        Assert.InRange(Measure("mnist_mlp128.onnx", new ConversionOptions { TimeSteps = 2 }).Accuracy, 0.973, 1);

    [SharedFact]
    public void Ternary_weights_cost_little() =>
        Assert.InRange(Measure("mnist_mlp128.onnx", new ConversionOptions { Weights = WeightFormat.Int2 }).Accuracy, 0.958, 1);

    [SharedFact]
    public void A_quarter_of_the_neurons_makes_up_for_the_others() =>
        Assert.InRange(Measure("mnist_mlp128.onnx", new ConversionOptions { Keep = 0.25 }).Accuracy, 0.954, 1);

    // The first fifth of the images, which the ANN gets 98.55 % of; all of them are in docs/benchmarks.md.
    [SharedFact]
    public void A_convolutional_network_keeps_its_accuracy() =>
        Assert.InRange(Measure("mnist_cnn_bnmax.onnx", new ConversionOptions(), limit: 2000).Accuracy, 0.981, 1);

    [SharedFact]
    public void A_leak_of_a_tenth_costs_little() =>
        Assert.InRange(Measure("mnist_mlp128.onnx", new ConversionOptions
        {
            Neuron = new LeakyIntegrateAndFire(0.9, ResetMode.Subtract), Weights = WeightFormat.Float32,
        }).Accuracy, 0.977, 1);

    [SharedFact]
    public void The_integers_of_Loihi_cost_little() =>
        Assert.InRange(Measure("mnist_mlp128.onnx", new ConversionOptions
        {
            Neuron = new IntegrateAndFire(ResetMode.Zero), Chip = ChipCatalog.Find("loihi"),
        }).Accuracy, 0.976, 1);

    private static (double Accuracy, double Agreement) Measure(string model, ConversionOptions options, int limit = 0)
    {
        AnalogNetwork analog = OnnxImporter.Import(SharedData.Path("models", model));
        string training = SharedData.Path("data", "mnist", "train-images-idx3-ubyte.gz");
        InputBatch calibration = InputBatchBuilder.Build(
            DataReader.Read(training, 1000), training, analog.InputShape, InputEncoding.Current, null, 0);
        SpikingNetwork network = ModelConverter.Convert(analog, calibration, options, model).Network;

        string images = SharedData.Path("data", "mnist", "t10k-images-idx3-ubyte.gz");
        InputBatch test = InputBatchBuilder.Build(DataReader.Read(images, limit), images, network.Input, null, 0);
        Agreement result = Agreement.Measure(analog, network, test);
        return (result.Accuracy(LabelReader.Read(SharedData.Path("data", "mnist", "t10k-labels-idx1-ubyte.gz"), limit)), result.Share);
    }
}
