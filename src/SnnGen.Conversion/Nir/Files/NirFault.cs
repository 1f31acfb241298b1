using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>A NIR file is not what it should be; gets the file's name where it is caught.</summary>
/// <param name="descriptor">Which kind of complaint.</param>
/// <param name="problem">What is wrong, where and what to do, for people.</param>
internal sealed class NirFault(DiagnosticDescriptor descriptor, string problem) : Exception(problem)
{
    /// <summary>Which kind of complaint.</summary>
    public DiagnosticDescriptor Descriptor => descriptor;

    /// <summary>The file contradicts itself or NIR.</summary>
    public static NirFault Corrupt(string problem) => new(DiagnosticDescriptors.ModelCorrupt, problem);

    /// <summary>Shapes in the file do not fit together.</summary>
    public static NirFault Mismatch(string problem) => new(DiagnosticDescriptors.ShapeMismatch, problem);

    /// <summary>
    /// What <paramref name="read"/> gets out of the HDF5 library, which states no exceptions for damaged files and
    /// throws whatever its decoding runs into.
    /// </summary>
    /// <param name="where">What is read, for people.</param>
    /// <param name="read">Calls the library.</param>
    /// <param name="cure">What to do where it fails.</param>
    public static T Guard<T>(string where, Func<T> read, string cure = "write or copy the file again")
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not NirFault)
        {
            throw Corrupt($"{where} cannot be read: {e.GetBaseException().Message.TrimEnd('.')}; {cure}");
        }
    }
}
