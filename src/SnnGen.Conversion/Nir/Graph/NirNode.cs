using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir.Graph;

/// <summary>A node of a graph: one primitive of NIR.</summary>
/// <param name="Name">Its name, unique in the graph; may hold dots, digits and any letters.</param>
public abstract record NirNode(string Name)
{
    /// <summary>What SnnGen knows beyond NIR, in ordinal order of the names; of a graph within the graph its own <see cref="NirGraph.Metadata"/> counts.</summary>
    public EquatableArray<NirMetadata> Metadata { get; init => field = value.OrderBy(entry => entry.Name, StringComparer.Ordinal).ToEquatableArray(); }
}

/// <summary>Where data enters the graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Extents of the data, without batch and time.</param>
public sealed record NirInput(string Name, EquatableArray<int> Shape) : NirNode(Name);

/// <summary>Where data leaves the graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Extents of the data, without batch and time.</param>
public sealed record NirOutput(string Name, EquatableArray<int> Shape) : NirNode(Name);

/// <summary>A graph within the graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Graph">What it holds; its version is null.</param>
public sealed record NirSubgraph(string Name, NirGraph Graph) : NirNode(Name);

/// <summary>Joins neighbouring axes of a tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="InputShape">Extents of the tensor, or null where the file does not say.</param>
/// <param name="StartDim">First axis to join; a negative one counts from the end.</param>
/// <param name="EndDim">Last axis to join; a negative one counts from the end.</param>
public sealed record NirFlatten(string Name, EquatableArray<int>? InputShape, int StartDim, int EndDim) : NirNode(Name);

/// <summary>y(t) = x(t − delay).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Delay">One delay for each element, in seconds.</param>
public sealed record NirDelay(string Name, NirArray Delay) : NirNode(Name);
