using Microsoft.CodeAnalysis;
using SnnGen.Documentation.Tests.Building;
using SnnGen.Documentation.Tests.Markdown;
using SnnGen.Documentation.Tests.Walk;

namespace SnnGen.Documentation.Tests.Checks;

/// <summary>C# compiles with the classes of the page's models. Files of a project of the page's own are left to its builds.</summary>
internal sealed class CSharpChecker : IBlockChecker
{
    private const string Runtime = """{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "VERSION" } } }""";

    public string Language => "csharp";

    public string? Check(CodeBlock block, PageFolder folder)
    {
        folder.Write(block.Hints.File, block.Text);
        if (block.Hints.File is { } file && Directory.GetFiles(Path.GetDirectoryName(folder.PathOf(file))!, "*.csproj").Length > 0)
        {
            folder.Unbuilt.Add(block.Place);
            return null;
        }
        string text = SnippetCompiler.Prepend(block.Hints.Given, block.Text);
        bool isProgram = SnippetCompiler.IsProgram(text);
        Compilation compilation = SnippetCompiler.Compile(isProgram, [.. folder.Sources, text], folder.Networks);
        if (!isProgram && block.Hints.File is not null)
            folder.Sources.Add(text);
        return block.Hints.Run ? Run(compilation, folder) : null;
    }

    private static string Run(Compilation compilation, PageFolder folder)
    {
        string output = Directory.CreateTempSubdirectory("snngen-page-").FullName;
        try
        {
            string assembly = Path.Combine(output, "App.dll");
            using (FileStream stream = File.Create(assembly))
                BlockException.ThrowUnless(compilation.Emit(stream).Success, "the program cannot be emitted");
            File.WriteAllText(
                Path.Combine(output, "App.runtimeconfig.json"), Runtime.Replace("VERSION", Environment.Version.ToString(3), StringComparison.Ordinal));
            return Command.Run(folder.Current, [], "dotnet", "exec", assembly);
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }
}
