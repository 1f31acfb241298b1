using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SnnGen.Generators.Diagnostics;

/// <summary>A position in a file, equatable and free of Roslyn's trees.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Line">From 0.</param>
/// <param name="Column">From 0.</param>
internal sealed record FileLocation(string Path, int Line, int Column)
{
    public static FileLocation StartOf(string path) => new(path, 0, 0);

    public Location ToLocation()
    {
        var position = new LinePosition(Line, Column);
        return Location.Create(Path, default, new LinePositionSpan(position, position));
    }
}
