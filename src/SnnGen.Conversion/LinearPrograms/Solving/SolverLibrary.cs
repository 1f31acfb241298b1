using Google.OrTools.Init;

namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>The native library of OR-Tools.</summary>
public static class SolverLibrary
{
    /// <summary>Loads the library and gives its version.</summary>
    /// <exception cref="TypeInitializationException">There is none for this system, or what it needs is missing.</exception>
    /// <exception cref="DllNotFoundException">Likewise.</exception>
    public static string Version() => OrToolsVersion.VersionString();
}
