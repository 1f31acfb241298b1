using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Chips;

/// <summary>Reads a chip profile: JSON, as docs/chips.md describes it.</summary>
public static class ChipProfileReader
{
    private const int LargestFile = 1 << 20;

    private static readonly string[] s_members =
    [
        "name", "description", "architecture", "weightBits", "weightLevels", "weightSign", "potentialBits", "overflow", "leak", "delay", "equations", "neurons", "resets", "maxPooling",
        "refractory", "cores", "neuronsPerCore", "synapsesPerCore", "layersPerCore", "fanIn", "fanOut", "inputs", "outputs", "sources",
    ];

    /// <summary>The profile in a file.</summary>
    /// <exception cref="ConversionException">SNN1014: it cannot be read, or is not a profile.</exception>
    public static ChipProfile Read(string file)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(RegularFile.ReadBytes(file, LargestFile)));
            return Parse(reader.ReadToEnd());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or JsonException or ProfileException)
        {
            throw new ConversionException(DiagnosticDescriptors.InvalidChipProfile, file, $"the chip profile {Reason(e)}; docs/chips.md describes one");
        }
    }

    /// <summary>The profile in a text.</summary>
    /// <exception cref="ProfileException">It is not one.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A text in it is half of a Unicode surrogate pair.</exception>
    internal static ChipProfile Parse(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new ProfileException("must be an object");
        if (root.EnumerateObject().GroupBy(member => member.Name).FirstOrDefault(members => members.Count() > 1) is { } twice)
            throw new ProfileException($"has the member '{twice.Key}' twice");
        if (root.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !s_members.Contains(name)) is { } unknown)
            throw new ProfileException($"has a member '{unknown}' that is not known; known are {string.Join(", ", s_members)}");
        return Checked(new ChipProfile(
            Text("name"), Text("description"), Word<ChipArchitecture>("architecture"), WeightBits(), Word<WeightSign>("weightSign"),
            Integer("potentialBits", 16, FixedPointArithmetic.MaximumPotentialBits) ?? FixedPointArithmetic.UsualPotentialBits,
            [.. Words("neurons", NetworkFileFormat.SpikingNeurons)],
            [.. Words("resets", [.. Enum.GetValues<ResetMode>().Select(NetworkFileFormat.Name)]).Select(word => Enum.Parse<ResetMode>(word, ignoreCase: true))],
            Flag("maxPooling"), Integer("refractory", 0, SpikingNeuron.LongestRefractory) ?? 0,
            new ChipLimits(
                Integer("cores"), Integer("neuronsPerCore"), Integer("synapsesPerCore"), Integer("layersPerCore"), Integer("fanIn"), Integer("fanOut"),
                Integer("inputs"), Integer("outputs")),
            root.TryGetProperty("sources", out _) ? [.. Texts("sources")] : [])
        {
            Overflow = Word<PotentialOverflow>("overflow"),
            Leak = Word<LeakForm>("leak"),
            Delay = Integer("delay", 0, 1) ?? 0,
            Equations = Word<ChipEquations>("equations"),
        });

        // A pair of conductances of L levels gives the weights -(L - 1) to L - 1.
        int WeightBits()
        {
            if (Integer("weightLevels", 2, 128) is not { } levels)
                return Integer("weightBits", 2, 8) ?? throw new ProfileException("lacks 'weightBits' or 'weightLevels'");
            return BitOperations.IsPow2(levels) && !root.TryGetProperty("weightBits", out _)
                ? BitOperations.Log2((uint)levels) + 1
                : throw new ProfileException("must have 'weightLevels' of a power of two, and then no 'weightBits'");
        }

        string Text(string name) => root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new ProfileException($"lacks a text '{name}'");

        int? Integer(string name, int least = 1, int most = int.MaxValue)
        {
            if (!root.TryGetProperty(name, out JsonElement value))
                return null;
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= most
                ? number
                : throw new ProfileException($"must have a '{name}' from {least} to {most}");
        }

        bool Flag(string name) => root.TryGetProperty(name, out JsonElement value) && (value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new ProfileException($"must have true or false as '{name}'"));

        T Word<T>(string name)
            where T : struct, Enum => !root.TryGetProperty(name, out _) ? default
            : Enum.GetNames<T>().FirstOrDefault(word => word.Equals(Text(name), StringComparison.OrdinalIgnoreCase)) is { } word ? Enum.Parse<T>(word)
            : throw new ProfileException($"has an unknown '{name}'; known are {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}");

        string[] Texts(string name) => root.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
                : throw new ProfileException($"must have a list of texts '{name}'");

        string[] Words(string name, string[] known)
        {
            string[] words = Texts(name);
            return words.Length > 0 && words.All(known.Contains)
                ? words
                : throw new ProfileException($"must list one or more of {string.Join(", ", known)} as '{name}'");
        }
    }

    private static ChipProfile Checked(ChipProfile chip) =>
        chip.Equations == ChipEquations.FixedPoint || chip is
        {
            PotentialBits: LoihiNeuron.StateBits, Overflow: PotentialOverflow.Saturate, Leak: LeakForm.Mantissa, WeightSign: WeightSign.Signed,
            MaxPooling: false, Refractory: 0, Resets: [ResetMode.Zero],
        }
            ? chip
            : throw new ProfileException(
                $"has the equations of Loihi, which need {LoihiNeuron.StateBits} 'potentialBits' that saturate, leaks by mantissa, signed weights, "
                + "the reset zero alone, no max pooling and no refractory period");

    private static string Reason(Exception e) => e is ProfileException ? e.Message : $"cannot be read: {e.Message.TrimEnd('.')}";
}

/// <summary>What is wrong with a chip profile.</summary>
internal sealed class ProfileException(string message) : Exception(message);
