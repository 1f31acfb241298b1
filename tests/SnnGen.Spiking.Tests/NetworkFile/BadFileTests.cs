using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.NetworkFile;

public class BadFileTests
{
    private static readonly string s_valid = NetworkFileWriter.Write(
        Chain.FixedPoint(new LeakyIntegrateAndFire(0.5, ResetMode.Subtract), 8, threshold: 100, potentialBits: 16));

    [Theory]
    [InlineData("\"snngen-network\"", "\"other\"", "$.format must be 'snngen-network'")]
    [InlineData("\"version\": 3", "\"version\": 1", "$.version is 1, but this SnnGen reads version 3; convert the model again")]
    [InlineData("\"timeSteps\": 8", "\"timeSteps\": 0", "timeSteps must be 1 to 65536, not 0")]
    [InlineData("\"timeSteps\": 8", "\"timeSteps\": 8.5", "$.timeSteps must be a 32-bit integer")]
    [InlineData("\"timeSteps\": 8", "\"timeSteps\": 1e99", "$.timeSteps must be a 32-bit integer")]
    [InlineData("\"weightBits\": 8", "\"weightBits\": 9", "weightBits must be 2 to 8, not 9")]
    [InlineData("\"potentialBits\": 16", "\"potentialBits\": 33", "potentialBits must be 8 to 32, not 33")]
    [InlineData("\"potentialBits\": 16", "\"potentialBits\": 8", "layer 'hidden': thresholds must be 1 to 127", "ZAAAAA==", "yAAAAA==")]
    [InlineData("\"kind\": \"fixed\"", "\"kind\": \"bfloat\"", "$.arithmetic.kind 'bfloat' is unknown")]
    [InlineData("\"encoding\": \"current\"", "\"encoding\": \"morse\"", "$.input.encoding 'morse' is unknown; known are current, rate, poisson, latency, events")]
    [InlineData("\"scale\": 1", "\"scale\": 0", "input scale must be finite and not zero")]
    [InlineData("\"kind\": \"dense\"", "\"kind\": \"sparse\"", "$.layers[0].projections[0].kind 'sparse' is unknown")]
    [InlineData("\"kind\": \"lif\"", "\"kind\": \"izhikevich\"", "$.layers[0].neuron.kind 'izhikevich' is unknown")]
    [InlineData("\"reset\": \"subtract\"", "\"reset\": \"half\"", "$.layers[0].neuron.reset 'half' is unknown")]
    [InlineData("\"leak\": 0.5", "\"leak\": 1.5", "layer 'hidden': leak must lie between 0 and 1")]
    [InlineData("\"leak\": 0.5", "\"leak\": 0.50001", "layer 'hidden': leak must be a multiple of 2^-12 in fixed point")]
    [InlineData("\"leak\": 0.5", "\"leakForm\": \"shift\", \"leak\": 0.625", "layer 'hidden': leak must be 1 - 2^-k with k from 1 to 15 where it is a shift, not 0.625")]
    [InlineData("\"leak\": 0.5", "\"leakForm\": \"slide\", \"leak\": 0.5", "$.layers[0].neuron.leakForm 'slide' is unknown; known are mantissa, shift")]
    [InlineData("\"weightBits\": 8", "\"overflow\": \"explode\", \"weightBits\": 8", "$.arithmetic.overflow 'explode' is unknown; known are saturate, wrap")]
    [InlineData("\"spikeWorth\": 255", "\"spikeWorth\": 255, \"delay\": 1025", "layer 'hidden': a delay must be 0 to 1024")]
    [InlineData("\"spikeWorth\": 255", "\"spikeWorth\": 255, \"inputDelays\": [1, 2]", "layer 'hidden': has 2 delays for 1 inputs")]
    [InlineData("\"spikeWorth\": 255", "\"spikeWorth\": 255, \"inputDelays\": [-1]", "layer 'hidden': a delay must be 0 to 1024")]
    [InlineData("\"inputs\": 1", "\"inputs\": 2", "layer 'hidden': takes 2 inputs, but what comes before gives 1")]
    [InlineData("\"source\": -1", "\"source\": 2", "layer 'hidden': its source 2 is neither -1, the input, nor a layer")]
    [InlineData("\"source\": -1,\n          \"spikeWorth\": 255", "\"source\": 0,\n          \"spikeWorth\": 1", "layer 'hidden': its source 0 is the layer itself or a later one, which takes a delay of at least 1")]
    [InlineData("\"spikeWorth\": 255", "\"spikeWorth\": 254", "layer 'hidden': a spike cannot be worth 254")]
    [InlineData("\"spikeWorth\": 1,", "\"spikeWorth\": 0,", "layer 'readout': a spike cannot be worth 0")]
    [InlineData("\"outputs\": 1", "\"outputs\": 2", "layer 'hidden': 2 currents do not fit 1 neurons")]
    [InlineData("\"channels\": \"last\"", "\"channels\": \"middle\"", "$.layers[0].projections[0].channels 'middle' is unknown")]
    [InlineData("\"kind\": \"integrator\"", "\"kind\": \"if\", \"reset\": \"zero\"", "layer 'readout': the last layer must be an integrator where potentials decide, and no other may be one")]
    [InlineData("\"type\": \"int8\"", "\"type\": \"int9\"", "$.layers[0].projections[0].weights")]
    [InlineData("\"data\": \"AQ==\"", "\"data\": \"AQE=\"", "$.layers[0].projections[0].weights 2 bytes of data, but int8 of shape 1 needs 1")]
    [InlineData("\"data\": \"AQ==\"", "\"data\": \"?\"", "$.layers[0].projections[0].weights")]
    [InlineData("\"data\": \"AQ==\"", "\"data\": \"gA==\"", "layer 'hidden': weight -128 exceeds 8 bits")]
    [InlineData("\"data\": \"AQ==\"", "\"data\": null", "$.layers[0].projections[0].weights.data must be a string")]
    [InlineData("\"labels\": []", "\"labels\": [\"a\", \"b\"]", "2 labels for 1 outputs")]
    [InlineData("\"labels\": []", "\"labels\": {}", "$.labels must be an array")]
    [InlineData("\"metadata\": {}", "\"metadata\": []", "$.metadata must be an object")]
    [InlineData("\"name\": \"chain\"", "\"nom\": \"chain\"", "$ lacks 'name'")]
    public void Says_what_is_wrong_and_where(string valid, string broken, string message, string also = "", string instead = "")
    {
        string text = Replace(s_valid, valid, broken);
        text = also.Length > 0 ? Replace(text, also, instead) : text;
        var error = Assert.Throws<NetworkFileException>(() => NetworkFileReader.Read(text));
        Assert.StartsWith(message, error.Message);
    }

    [Fact]
    public void A_current_that_may_overflow_is_refused()
    {
        SpikingNetwork network = Chain.FixedPoint(new IntegrateAndFire(default), 1, bias: 1 << 30);
        var error = Assert.Throws<NetworkFileException>(() => NetworkValidator.Validate(network));
        Assert.Contains("current 0 can reach", error.Message);
    }

    [Fact]
    public void A_leak_by_a_shift_is_refused_in_single_precision()
    {
        SpikingNetwork network = Chain.Float32(new LeakyIntegrateAndFire(0.5, ResetMode.Zero) { LeakForm = LeakForm.Shift }, 1);
        var error = Assert.Throws<NetworkFileException>(() => NetworkValidator.Validate(network));
        Assert.Equal("layer 'hidden': a leak is a shift only in fixed point", error.Message);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Weights_that_are_not_finite_are_refused(float weight) =>
        Assert.Throws<NetworkFileException>(
            () => NetworkFileReader.Read(NetworkFileWriter.Write(Chain.Float32(new IntegrateAndFire(default), 1, weight))));

    [Fact]
    public void Text_that_is_not_JSON_is_located()
    {
        var error = Assert.Throws<NetworkFileException>(() => NetworkFileReader.Read("{\n  \"format\": oops\n}"));
        Assert.Equal(1, error.Line);
        Assert.StartsWith("it is not JSON", error.Message);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        for (int length = 0; length < s_valid.Length - 2; length++)
            Assert.Throws<NetworkFileException>(() => NetworkFileReader.Read(s_valid[..length]));
    }

    [Fact]
    public void Random_changes_give_a_network_or_a_clear_error()
    {
        string[] valids = [NetworkFileWriter.Write(RandomNetwork.Create(0)), NetworkFileWriter.Write(RandomHeterogeneousNetwork.Create(2))];
        var random = new Random(1);
        int refused = 0;
        for (int trial = 0; trial < 3000; trial++)
        {
            string valid = valids[trial % valids.Length];
            char[] text = valid.ToCharArray();
            // Mostly the structure: the tensors are long and nearly every change of them is another valid network.
            int range = random.Next(4) > 0 ? Math.Min(1500, text.Length) : text.Length;
            for (int change = random.Next(1, 4); change > 0; change--)
                text[random.Next(range)] = "0123456789-e.\"{}[],:nul A"[random.Next(25)];
            try
            {
                NetworkValidator.Validate(NetworkFileReader.Read(new string(text)));
            }
            catch (NetworkFileException e)
            {
                Assert.NotEmpty(e.Message);
                refused++;
            }
        }
        Assert.InRange(refused, 1000, 3000);
    }

    [Fact]
    public void A_small_file_cannot_claim_a_huge_tensor()
    {
        string text = Replace(s_valid, "\"shape\": [", "\"shape\": [ 2000000000, ");
        Assert.Throws<NetworkFileException>(() => NetworkFileReader.Read(text));
    }

    private static string Replace(string text, string old, string replacement)
    {
        int index = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(index >= 0, $"'{old}' is not in the file");
        return text.Remove(index, old.Length).Insert(index, replacement);
    }
}
