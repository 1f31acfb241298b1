namespace SnnGen.Generators.Planning.Portable;

/// <summary>Parameters of neurons that differ; each has one value a neuron, a channel or for all.</summary>
/// <param name="Leak">β, or its mantissa.</param>
/// <param name="SynapticLeak">α likewise, or null without synapses of their own.</param>
/// <param name="Drive">d, or null for none.</param>
/// <param name="Floor">f, or null for none.</param>
/// <param name="ResetValue">ρ, or null of neurons that never spike.</param>
internal sealed record PortableMembrane(PortableTable Leak, PortableTable? SynapticLeak, PortableTable? Drive, PortableTable? Floor, PortableTable? ResetValue)
{
    /// <summary>The tables by the ends of their names.</summary>
    public IEnumerable<(string Name, PortableTable Table)> Tables
    {
        get
        {
            yield return ("Leak", Leak);
            if (SynapticLeak is not null)
                yield return ("SynapticLeak", SynapticLeak);
            if (Drive is not null)
                yield return ("Drive", Drive);
            if (Floor is not null)
                yield return ("Floor", Floor);
            if (ResetValue is not null)
                yield return ("ResetValue", ResetValue);
        }
    }
}
