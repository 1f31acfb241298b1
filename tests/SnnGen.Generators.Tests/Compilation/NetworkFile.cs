using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.Generators.Tests.Compilation;

/// <summary>An additional file in memory with its item metadata.</summary>
internal sealed class NetworkFile(string path, string text, params (string Key, string Value)[] metadata) : AdditionalText
{
    public NetworkFile(string path, SpikingNetwork network, params (string Key, string Value)[] metadata)
        : this(path, NetworkFileWriter.Write(network), metadata)
    {
    }

    public override string Path { get; } = path;

    public IReadOnlyDictionary<string, string> Metadata { get; } =
        metadata.ToDictionary(entry => "build_metadata.AdditionalFiles." + entry.Key, entry => entry.Value);

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
