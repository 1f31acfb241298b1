using Microsoft.Build.Utilities;

namespace SnnGen.Tasks.Running;

/// <summary>The command line of the converter, for dotnet; what it is to do follows in <see cref="ConversionList"/>.</summary>
internal static class ConverterCommand
{
    /// <summary>Its beginning.</summary>
    /// <param name="converterPath">Path of snngen.dll.</param>
    /// <param name="packageFolders">NuGet's package folders.</param>
    public static string Of(string converterPath, IEnumerable<string> packageFolders)
    {
        var line = new CommandLineBuilder();
        line.AppendSwitch("exec");
        foreach (string folder in packageFolders)
        {
            line.AppendSwitch("--additionalprobingpath");
            line.AppendTextUnquoted(" " + CommandLineText.Quote(folder));
        }
        line.AppendTextUnquoted(" " + CommandLineText.Quote(converterPath));
        return line.ToString();
    }
}
