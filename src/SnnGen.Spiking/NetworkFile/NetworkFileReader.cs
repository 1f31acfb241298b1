using System.Text.Json;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>Reads <c>.snn.json</c> text. Everything it returns is valid (<see cref="NetworkValidator"/>).</summary>
public static class NetworkFileReader
{
    /// <summary>Parses and validates.</summary>
    /// <exception cref="NetworkFileException">The text is not a valid network; the message says where and why.</exception>
    public static SpikingNetwork Read(string text)
    {
        SpikingNetwork network = Parse(text);
        NetworkValidator.Validate(network);
        return network;
    }

    private static SpikingNetwork Parse(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return ReadNetwork(new JsonNode(document.RootElement, "$"));
        }
        catch (JsonException e)
        {
            throw new NetworkFileException(
                "it is not JSON: " + e.Message, (int)(e.LineNumber ?? 0), (int)(e.BytePositionInLine ?? 0));
        }
        catch (ArgumentException)
        {
            throw new NetworkFileException("it is not JSON: it holds half of a Unicode surrogate pair", 0, 0);
        }
    }

    private static SpikingNetwork ReadNetwork(JsonNode root)
    {
        if (root["format"].Text() != NetworkFileFormat.Format)
            throw root["format"].Error($"must be '{NetworkFileFormat.Format}'");
        int version = root["version"].Integer();
        if (version != NetworkFileFormat.Version)
            throw root["version"].Error($"is {version}, but this SnnGen reads version {NetworkFileFormat.Version}; convert the model again");

        bool shapeOnly = root.Optional("shapeOnly")?.Boolean() ?? false;
        return new SpikingNetwork(
            root["name"].Text(),
            ReadArithmetic(root["arithmetic"]),
            root["timeSteps"].Integer(),
            ReadInput(root["input"]),
            root["layers"].Items().Select(layer => ReadLayer(layer, shapeOnly)).ToEquatableArray(),
            (root.Optional("labels")?.Items().Select(label => label.Text()) ?? []).ToEquatableArray(),
            (root.Optional("metadata")?.Properties() ?? []).ToEquatableArray(),
            shapeOnly);
    }

    private static Arithmetic ReadArithmetic(JsonNode node) => node["kind"].Text() switch
    {
        NetworkFileFormat.Float32 => new Float32Arithmetic(),
        NetworkFileFormat.FixedPoint => new FixedPointArithmetic(node["weightBits"].Integer(), node["potentialBits"].Integer()),
        string kind => throw node["kind"].Error($"'{kind}' is unknown; known are float32, fixed"),
    };

    private static InputEncoder ReadInput(JsonNode node)
    {
        string encoding = node["encoding"].Text();
        InputEncoding[] known = [InputEncoding.Current, InputEncoding.Rate, InputEncoding.Events];
        int found = Array.FindIndex(known, candidate => NetworkFileFormat.Name(candidate) == encoding);
        if (found < 0)
            throw node["encoding"].Error($"'{encoding}' is unknown; known are {string.Join(", ", known.Select(NetworkFileFormat.Name))}");
        return new InputEncoder(ReadShape(node), known[found], node["scale"].Single(), node["offset"].Single());
    }

    private static DenseLayer ReadLayer(JsonNode node, bool shapeOnly)
    {
        string kind = node["kind"].Text();
        if (kind != NetworkFileFormat.Dense)
            throw node["kind"].Error($"'{kind}' is unknown; known is {NetworkFileFormat.Dense}");
        return new DenseLayer(
            node["name"].Text(),
            node["inputs"].Integer(),
            node["neurons"].Integer(),
            ReadTensor("weights"),
            ReadTensor("bias"),
            ReadTensor("threshold"),
            ReadTensor("initialPotential"),
            ReadNeuron(node["neuron"]));

        Tensor ReadTensor(string name) => shapeOnly
            ? new Float32Tensor(new TensorShape(default), default)
            : NetworkFileReader.ReadTensor(node[name]);
    }

    private static NeuronModel ReadNeuron(JsonNode node) => node["kind"].Text() switch
    {
        NetworkFileFormat.IntegrateAndFire => new IntegrateAndFire(ReadReset(node["reset"])),
        NetworkFileFormat.LeakyIntegrateAndFire => new LeakyIntegrateAndFire(node["leak"].Double(), ReadReset(node["reset"])),
        NetworkFileFormat.Integrator => new Integrator(),
        string kind => throw node["kind"].Error($"'{kind}' is unknown; known are if, lif, integrator"),
    };

    private static ResetMode ReadReset(JsonNode node) => node.Text() switch
    {
        "subtract" => ResetMode.Subtract,
        "zero" => ResetMode.Zero,
        string reset => throw node.Error($"'{reset}' is unknown; known are subtract, zero"),
    };

    private static Tensor ReadTensor(JsonNode node)
    {
        TensorShape shape = ReadShape(node);
        try
        {
            return TensorCodec.Decode(node["type"].Text(), shape, node["data"].Text());
        }
        catch (FormatException e)
        {
            throw node.Error(e.Message);
        }
    }

    private static TensorShape ReadShape(JsonNode node)
    {
        var shape = new TensorShape(node["shape"].Items().Select(extent => extent.Integer()).ToEquatableArray());
        long size = 1;
        foreach (int extent in shape.Dimensions)
        {
            size *= extent;
            if (extent < 1 || size > int.MaxValue)
                throw node["shape"].Error($"{shape} is not a shape: extents must be positive and their product below 2^31");
        }
        return shape;
    }
}
