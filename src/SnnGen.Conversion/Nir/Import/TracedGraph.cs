using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>A way from a population to another: the nodes between them, which do not hold neurons.</summary>
/// <param name="Source">Name of the population that it comes from.</param>
/// <param name="Nodes">The nodes on the way, from the source on.</param>
internal sealed record TracedPath(string Source, EquatableArray<NirNode> Nodes);

/// <summary>A graph as populations and the ways between them.</summary>
/// <param name="Input">The network's input.</param>
/// <param name="Output">Its output.</param>
/// <param name="ToOutput">Ways into the output.</param>
/// <param name="Neurons">The nodes of neurons that the output depends on, by their names, in ordinal order.</param>
/// <param name="Incoming">Ways into each of them, in order of the edges.</param>
internal sealed record TracedGraph(
    NirInput Input, NirOutput Output, IReadOnlyList<TracedPath> ToOutput,
    IReadOnlyDictionary<string, NirNode> Neurons, IReadOnlyDictionary<string, IReadOnlyList<TracedPath>> Incoming);
