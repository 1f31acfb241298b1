using System.Collections.Immutable;
using SnnGen.Generators.Diagnostics;
using SnnGen.Spiking;

namespace SnnGen.Generators.Input;

/// <summary>A file whose class another file gives too; neither is generated.</summary>
/// <param name="File">The file.</param>
/// <param name="Other">The other one.</param>
internal sealed record Collision(NamedFile File, NamedFile Other)
{
    /// <summary>All files that share a class with another. Case does not tell classes apart, as in file names.</summary>
    public static EquatableArray<Collision> FindAll(ImmutableArray<NamedFile?> files) => files
        .OfType<NamedFile>()
        .GroupBy(file => file.Class.ToString(), StringComparer.OrdinalIgnoreCase)
        .Select(group => group.ToArray())
        .Where(group => group.Length > 1)
        .SelectMany(group => group.Select((file, index) => new Collision(file, group[index == 0 ? 1 : 0])))
        .ToEquatableArray();

    /// <summary>The source, or the complaint that it is one of <paramref name="collisions"/>.</summary>
    public static Result<NetworkSource> Check(Result<NetworkSource> source, EquatableArray<Collision> collisions)
    {
        if (collisions.FirstOrDefault(collision => collision.File.Path == source.Value?.Path) is not { } found)
            return source;
        return Result<NetworkSource>.Failure(new DiagnosticInfo(
            DiagnosticDescriptors.DuplicateClass,
            FileLocation.StartOf(found.File.Path),
            [found.File.ModelPath, found.File.Class.ToString(), found.Other.ModelPath]));
    }
}
