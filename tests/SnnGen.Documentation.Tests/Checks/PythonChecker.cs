using SnnGen.Documentation.Tests.Building;
using SnnGen.Documentation.Tests.Markdown;
using SnnGen.Documentation.Tests.Walk;

namespace SnnGen.Documentation.Tests.Checks;

/// <summary>Python compiles, and runs where the page asks for it.</summary>
internal sealed class PythonChecker : IBlockChecker
{
    public string Language => "python";

    public string? Check(CodeBlock block, PageFolder folder)
    {
        string file = block.Hints.File ?? "snippet.py";
        folder.Write(file, block.Hints.Given + block.Text);
        if (Python.Path is not { } python)
            return null;
        Command.Run(folder.Current, [], python, "-m", "py_compile", file);
        return block.Hints.Run ? Command.Run(folder.Current, [], python, file) : null;
    }
}
