using System.ComponentModel;

namespace SnnGen.Package.Tests.Support;

/// <summary>A test that copies the sources with Git; skipped where they are no clone, or Git is not there.</summary>
public sealed class GitFactAttribute : FactAttribute
{
    public GitFactAttribute()
    {
        if (!IsClone())
            Skip = "the sources are no clone of Git";
    }

    private static bool IsClone()
    {
        try
        {
            using DotnetCommand git = DotnetCommand.StartProgram("git", BuildContext.RepositoryRoot, new Dictionary<string, string>(), "rev-parse", "HEAD");
            return git.Finish().ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
