using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Import;

public class OperatorsPageTests
{
    private const string Switch = "SNNGEN_WRITE_DOCS";

    [Fact]
    public void Is_written_from_the_table()
    {
        string path = Path.Combine(RepositoryFolder.Root, "docs", "operators.md");
        if (Environment.GetEnvironmentVariable(Switch) == "1")
            File.WriteAllText(path, OperatorsPage.Render());

        Assert.True(
            File.ReadAllText(path) == OperatorsPage.Render(),
            $"docs/operators.md is not what the table says; run this test with the environment variable {Switch}=1 and commit the page");
    }

    [Fact]
    public void Lists_every_operator_once_and_in_order()
    {
        string[] types = [.. SupportedOperators.Table.Select(row => row.Type)];
        Assert.Equal(types.Distinct().Order(StringComparer.Ordinal), types);
    }
}
