using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Tests.NetworkFile;

public class ExitFileTests
{
    public static TheoryData<EarlyExit> Exits => [EarlyExit.Never, EarlyExit.Exact, EarlyExit.Confident(1), EarlyExit.Confident(int.MaxValue)];

    [Theory]
    [MemberData(nameof(Exits))]
    public void An_exit_is_read_as_it_was_written(EarlyExit exit)
    {
        SpikingNetwork read = NetworkFileReader.Read(NetworkFileWriter.Write(FixedPoint(exit)));
        Assert.Equal(exit, read.Output.Exit);
    }

    [Fact]
    public void A_network_without_exit_has_no_such_member() =>
        Assert.DoesNotContain("exit", NetworkFileWriter.Write(FixedPoint(EarlyExit.Never)));

    [Fact]
    public void A_file_without_exit_takes_all_steps() =>
        Assert.Equal(EarlyExit.Never, NetworkFileReader.Read(NetworkFileWriter.Write(FixedPoint(EarlyExit.Never))).Output.Exit);

    [Theory]
    [InlineData("\"rule\": \"exact\"", "\"rule\": \"soon\"", "$.output.exit.rule 'soon' is unknown; known are never, exact, confident")]
    [InlineData("\"rule\": \"exact\"", "\"rule\": \"confident\"", "$.output.exit lacks 'margin'")]
    [InlineData("\"rule\": \"exact\"", "\"rule\": \"confident\", \"margin\": 0", "an early exit needs a margin above 0")]
    [InlineData("\"rule\": \"exact\"", "\"rule\": \"confident\", \"margin\": 1.5", "an early exit needs a margin above 0")]
    [InlineData("\"rule\": \"exact\"", "\"rule\": \"confident\", \"margin\": 2147483648", "an early exit needs a margin above 0")]
    public void Says_what_is_wrong_with_an_exit(string valid, string broken, string message)
    {
        string text = NetworkFileWriter.Write(FixedPoint(EarlyExit.Exact));
        Assert.Contains(valid, text);
        var error = Assert.Throws<NetworkFileException>(() => NetworkFileReader.Read(text.Replace(valid, broken)));
        Assert.StartsWith(message, error.Message);
    }

    [Theory]
    [InlineData(1.5, true)]
    [InlineData(0.1, false)]
    [InlineData(1e39, false)]
    public void A_margin_of_single_precision_must_be_a_single(double margin, bool isValid) =>
        Refuses(isValid ? null : "an early exit needs a margin above 0", SinglePrecision(EarlyExit.Confident(margin)));

    [Fact]
    public void An_exact_exit_is_refused_in_single_precision() =>
        Refuses("an early exit is exact only in fixed point", SinglePrecision(EarlyExit.Exact));

    [Fact]
    public void An_exact_exit_is_refused_where_an_output_may_saturate()
    {
        // Bias 100 and weight 1: at most 101 a step, and 16 bits hold 32,767.
        Refuses(null, FixedPoint(EarlyExit.Exact, timeSteps: 324));
        Refuses("an early exit is exact only where no output can saturate, which is 324 steps here, fewer than timeSteps 325", FixedPoint(EarlyExit.Exact, timeSteps: 325));
        Refuses(null, FixedPoint(EarlyExit.Confident(1), timeSteps: 325));
    }

    [Fact]
    public void An_exit_is_refused_where_spikes_decide()
    {
        SpikingNetwork network = FixedPoint(EarlyExit.Exact);
        SpikingLayer[] layers = network.Layers.ToArray();
        layers[1] = layers[1] with { Neuron = new IntegrateAndFire(default) };
        Refuses("an early exit needs a readout whose potentials decide", network with
        {
            Layers = new EquatableArray<SpikingLayer>(layers), Output = network.Output with { Readout = Readout.Count },
        });
    }

    [Fact]
    public void An_exit_is_refused_where_there_is_nothing_to_choose() =>
        Refuses("an early exit needs at least two outputs", FixedPoint(EarlyExit.Confident(1), outputs: 1));

    [Fact]
    public void An_exact_exit_is_refused_with_too_many_outputs()
    {
        Refuses(null, FixedPoint(EarlyExit.Exact, outputs: 256));
        Refuses("an early exit is exact for at most 256 outputs, not 257", FixedPoint(EarlyExit.Exact, outputs: 257));
    }

    [Fact]
    public void An_exact_exit_is_refused_where_max_pooling_feeds_the_outputs()
    {
        SpikingNetwork network = FixedPoint(EarlyExit.Exact);
        var window = new SlidingWindow(new FeatureMap(1, 2, 1), new FeatureMap(1, 2, 1), 1, 1, 1, 1, 0, 0, 1, 1);
        SpikingLayer[] layers = network.Layers.ToArray();
        layers[1] = layers[1] with { Pooling = new MaxPooling(window) };
        Refuses("an early exit is exact only for outputs without max pooling", network with { Layers = new EquatableArray<SpikingLayer>(layers) });
    }

    private static void Refuses(string? message, SpikingNetwork network)
    {
        Exception? error = Record.Exception(() => NetworkValidator.Validate(network));
        if (message is null)
            Assert.Null(error);
        else
            Assert.StartsWith(message, Assert.IsType<NetworkFileException>(error).Message);
    }

    private static SpikingNetwork FixedPoint(EarlyExit exit, int timeSteps = 8, int outputs = 2)
    {
        IntegerTensor one = Integers(1, 1);
        return Network(exit, new FixedPointArithmetic(8, 16), timeSteps,
            DenseLayers.Create(0, "hidden", 1, 1, one, one, one, one, new IntegrateAndFire(default)),
            DenseLayers.Create(1, "readout", 1, outputs, Integers(outputs, 1), Integers(outputs, 100), one, Integers(1, 0), new Integrator()));
    }

    private static SpikingNetwork SinglePrecision(EarlyExit exit)
    {
        Float32Tensor one = Floats(1), two = Floats(2);
        return Network(exit, new Float32Arithmetic(), 8,
            DenseLayers.Create(0, "hidden", 1, 1, one, one, one, one, new IntegrateAndFire(default)),
            DenseLayers.Create(1, "readout", 1, 2, two, two, one, one, new Integrator()));
    }

    private static SpikingNetwork Network(EarlyExit exit, Arithmetic arithmetic, int timeSteps, params SpikingLayer[] layers) => new(
        "two layers", arithmetic, timeSteps, new InputEncoder(TensorShape.Of(1), InputEncoding.Current, 1, 0),
        new EquatableArray<SpikingLayer>(layers), default, default)
    {
        Output = OutputDecoder.MeanPotential with { Exit = exit },
    };

    private static IntegerTensor Integers(int count, int value) => new(TensorShape.Of(count), 32, Enumerable.Repeat(value, count).ToEquatableArray());

    private static Float32Tensor Floats(int count) => new(TensorShape.Of(count), Enumerable.Repeat(1f, count).ToEquatableArray());
}
