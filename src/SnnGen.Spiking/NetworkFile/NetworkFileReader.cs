using System.Text.Json;
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
            var root = new JsonNode(document.RootElement, "$");
            root.RequireDistinctNames();
            return ReadNetwork(root);
        }
        catch (JsonException e)
        {
            throw new NetworkFileException(
                "it is not JSON: " + e.Message, (int)(e.LineNumber ?? 0), (int)(e.BytePositionInLine ?? 0));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // The one comes of the text as it is, the other of an escape in it.
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
            root["layers"].Items().Select(layer => LayerReader.Read(layer, shapeOnly)).ToEquatableArray(),
            (root.Optional("labels")?.Items().Select(label => label.Text()) ?? []).ToEquatableArray(),
            (root.Optional("metadata")?.Properties() ?? []).ToEquatableArray(),
            shapeOnly)
        {
            Output = root.Optional("output") is { } output ? ReadOutput(output) : OutputDecoder.MeanPotential,
        };
    }

    private static Arithmetic ReadArithmetic(JsonNode node) => node["kind"].Text() switch
    {
        NetworkFileFormat.Float32 => new Float32Arithmetic(),
        NetworkFileFormat.FixedPoint => new FixedPointArithmetic(node["weightBits"].Integer(), node["potentialBits"].Integer())
        {
            Overflow = node.Optional("overflow") is { } overflow ? overflow.Word<PotentialOverflow>(NetworkFileFormat.Name) : default,
        },
        string kind => throw node["kind"].Error($"'{kind}' is unknown; known are float32, fixed"),
    };

    private static InputEncoder ReadInput(JsonNode node)
    {
        InputEncoding encoding = node["encoding"].Word<InputEncoding>(NetworkFileFormat.Name);
        return new InputEncoder(LayerReader.ReadShape(node), encoding, node["scale"].Single(), node["offset"].Single())
        {
            Seed = encoding == InputEncoding.Poisson ? node["seed"].Integer() : 0,
        };
    }

    private static OutputDecoder ReadOutput(JsonNode node) =>
        new(node["scale"].Double(), node["function"].Word<OutputFunction>(NetworkFileFormat.Name))
        {
            Readout = node["readout"].Word<Readout>(NetworkFileFormat.Name),
            Averages = node.Optional("averages")?.Boolean() ?? true,
            Exit = node.Optional("exit") is { } exit ? ReadExit(exit) : EarlyExit.Never,
        };

    private static EarlyExit ReadExit(JsonNode node)
    {
        ExitRule rule = node["rule"].Word<ExitRule>(NetworkFileFormat.Name);
        return new EarlyExit(rule, rule == ExitRule.Confident ? node["margin"].Double() : 0);
    }
}
