using Microsoft.Build.Utilities;
using SnnGen.Tasks.Models;

namespace SnnGen.Tasks.Running;

/// <summary>The command line of the converter, for dotnet.</summary>
internal static class ConverterCommand
{
    /// <summary>That of <paramref name="item"/>.</summary>
    /// <param name="item">What is converted.</param>
    /// <param name="converterPath">Path of snngen.dll.</param>
    /// <param name="packageFolders">NuGet's package folders.</param>
    /// <param name="cacheDirectory">Folder of the conversion cache.</param>
    /// <param name="isDesignTime">Whether only the sizes are wanted.</param>
    public static string Of(NetworkItem item, string converterPath, IEnumerable<string> packageFolders, string cacheDirectory, bool isDesignTime)
    {
        var line = new CommandLineBuilder();
        line.AppendSwitch("exec");
        foreach (string folder in packageFolders)
            Append(line, "--additionalprobingpath", folder);
        line.AppendTextUnquoted(" " + CommandLineText.Quote(converterPath));
        line.AppendSwitch("convert");
        line.AppendTextUnquoted(" " + CommandLineText.Quote(item.ModelPath));
        Append(line, "--output", item.Output);
        Append(line, "--cache", cacheDirectory);
        for (int i = 0; i < item.Arguments.Count; i += 2)
            Append(line, item.Arguments[i], item.Arguments[i + 1]);
        if (isDesignTime)
            line.AppendSwitch("--shape-only");
        return line.ToString();
    }

    private static void Append(CommandLineBuilder line, string option, string value)
    {
        line.AppendSwitch(option);
        line.AppendTextUnquoted(" " + CommandLineText.Quote(value));
    }
}
