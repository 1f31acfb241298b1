using System.Text.Json;
using SnnGen.Documentation.Tests.Markdown;
using SnnGen.Documentation.Tests.Walk;

namespace SnnGen.Documentation.Tests.Checks;

/// <summary>JSON can be parsed.</summary>
internal sealed class JsonChecker : IBlockChecker
{
    public string Language => "json";

    public string? Check(CodeBlock block, PageFolder folder)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(block.Text);
        }
        catch (JsonException e)
        {
            throw new BlockException(e.Message);
        }
        folder.Write(block.Hints.File, block.Text);
        return null;
    }
}
