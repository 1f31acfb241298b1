using PureHDF;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>A group of the file.</summary>
internal sealed class FileGroup
{
    private readonly Dictionary<string, IH5Object> _members;
    private readonly FileLimits _limits;

    /// <param name="group">The group.</param>
    /// <param name="where">What it is, for people.</param>
    /// <param name="limits">What the file may still ask for.</param>
    public FileGroup(IH5Group group, string where, FileLimits limits)
    {
        (Where, _limits) = (where, limits);
        _members = NirFault.Guard(where, () => group.Children().ToDictionary(member => member.Name, StringComparer.Ordinal));
    }

    /// <summary>What it is, for people.</summary>
    public string Where { get; }

    /// <summary>Names of all that is in it, in ordinal order.</summary>
    public IEnumerable<string> Names => _members.Keys.Order(StringComparer.Ordinal);

    /// <summary>Names of the groups in it, in ordinal order.</summary>
    public IEnumerable<string> Groups => _members.Where(member => member.Value is IH5Group).Select(member => member.Key).Order(StringComparer.Ordinal);

    /// <summary>The group <paramref name="name"/> in it, or null where there is none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="where">What it is, for people.</param>
    public FileGroup? FindGroup(string name, string where) =>
        _members.GetValueOrDefault(name) is IH5Group group ? new FileGroup(group, where, _limits) : null;

    /// <summary>The dataset <paramref name="name"/> in it, or null where there is none or it is empty on purpose.</summary>
    public FileDataset? FindDataset(string name)
    {
        string where = $"dataset '{name}' of {Where}";
        return _members.GetValueOrDefault(name) switch
        {
            null => null,
            IH5Dataset dataset => NirFault.Guard(where, () => dataset.Space.Type) == H5DataspaceType.Null ? null : new FileDataset(dataset, where, _limits),
            _ => throw NirFault.Corrupt($"{where} is a group; NIR has a dataset there"),
        };
    }
}
