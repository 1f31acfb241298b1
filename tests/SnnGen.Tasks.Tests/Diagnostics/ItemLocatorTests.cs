using Microsoft.Build.Framework;
using SnnGen.Tasks.Diagnostics;
using SnnGen.Tasks.Tests.Support;

namespace SnnGen.Tasks.Tests.Diagnostics;

/// <summary>A message has the right line or none.</summary>
public sealed class ItemLocatorTests : IDisposable
{
    private readonly ProjectOnDisk _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("""<SnnModel Include="mnist.onnx" />""")]
    [InlineData("""<SnnModel Include="a.onnx; mnist.onnx ;b.onnx" />""")]
    [InlineData("""<SnnModel Include="*.onnx" />""")]
    [InlineData("""<SnnModel Include="**/*.onnx" Exclude="old/**" />""")]
    [InlineData("""<SnnModel Include="mn?st.*" />""")]
    [InlineData("""<SnnModel Include="$(Models)" />""")]
    [InlineData("""<SnnModel Include="$(Folder)mnist.onnx" />""")]
    [InlineData("""<SnnModel Include="@(Model->'%(Filename).onnx')" />""")]
    [InlineData("""<SnnModel Include="mn%69st.onnx" />""")]
    public void The_element_that_gives_the_item_is_its_line(string element)
    {
        Write("""<SnnModel Include="other.onnx" />""", """<SnnModel Include="Models/*.onnx" />""", """<SnnModel Remove="mnist.onnx" />""", element);

        Assert.Equal((_project.PathOf("app.csproj"), 7, 5), Locate(_project.Item("mnist.onnx"), null));
    }

    [Theory]
    [InlineData("Models/deep/er/net.onnx", """<SnnModel Include="Models/**/*.onnx" />""")]
    [InlineData("Models/net.onnx", """<SnnModel Include="Models\**\net.onnx" />""")]
    [InlineData("a b(1).onnx", """<SnnModel Include="a b(1).onnx" />""")]
    public void Names_are_compared_as_MSBuild_does(string name, string element)
    {
        Write(element);

        Assert.Equal((_project.PathOf("app.csproj"), 4, 5), Locate(_project.Item(name), null));
    }

    [Theory]
    [InlineData("""<SnnModel Include="other.onnx" />""")]
    [InlineData("""<SnnModel Include="Models/*.onnx" />""")]
    [InlineData("""<SnnModel Include="*.nir" />""")]
    [InlineData("""<SnnModel Update="mnist.onnx" />""")]
    [InlineData("""<SnnModel Include="mnist.onnx" /><SnnModel Include="mnist.onnx" />""")]
    [InlineData("""<SnnModel Include="mnist.onnx" Condition="'$(A)' == ''" /><SnnModel Include="*.onnx" />""")]
    public void Where_no_element_or_several_may_be_meant_there_is_no_line(string elements)
    {
        Write(elements);

        Assert.Equal((_project.PathOf("app.csproj"), 0, 0), Locate(_project.Item("mnist.onnx"), null));
    }

    [Fact]
    public void Two_elements_of_one_model_are_told_apart_by_what_they_say()
    {
        Write(
            """<SnnModel Include="mnist.onnx" />""",
            """<SnnModel Include="mnist.onnx" Profile="Portable" ClassName="Small" />""",
            """<SnnModel Include="mnist.onnx"><ClassName>Large</ClassName></SnnModel>""");

        Assert.Equal(4, Line());
        Assert.Equal(5, Line(("Profile", "Portable"), ("ClassName", "Small")));
        Assert.Equal(6, Line(("ClassName", "Large")));

        int Line(params (string, string)[] metadata) => Locate(_project.Item("mnist.onnx", metadata), null).Line;
    }

    [Fact]
    public void A_metadata_has_the_place_where_it_is_set()
    {
        Write("<SnnModel Include=\"mnist.onnx\"\n      TimeSteps=\"0\">", "  <Leak>2</Leak>", "</SnnModel>", "<SnnModel Update=\"*.onnx\" Seed=\"x\" />");
        ITaskItem item = _project.Item("mnist.onnx", ("TimeSteps", "0"), ("Leak", "2"), ("Seed", "x"), ("Keep", "7"));

        Assert.Equal((5, 7), Place("TimeSteps"));
        Assert.Equal((6, 7), Place("leak"));
        Assert.Equal((8, 31), Place("Seed"));
        Assert.Equal((4, 5), Place("Keep"));

        (int, int) Place(string metadata) => (Locate(item, metadata).Line, Locate(item, metadata).Column);
    }

    [Fact]
    public void A_metadata_that_is_overridden_has_the_place_of_what_holds()
    {
        Write("""<SnnModel Include="mnist.onnx" TimeSteps="8" />""", """<SnnModel Update="mnist.onnx" TimeSteps="0" />""", """<SnnModel Update="other.onnx" TimeSteps="0" />""");

        Assert.Equal(5, Locate(_project.Item("mnist.onnx", ("TimeSteps", "0")), "TimeSteps").Line);
        Assert.Equal(4, Locate(_project.Item("mnist.onnx", ("TimeSteps", "1")), "TimeSteps").Line);
    }

    [Fact]
    public void An_item_of_an_imported_file_is_located_there_and_what_the_project_sets_in_the_project()
    {
        _project.Write("Directory.Build.props", "<Project>\n<ItemGroup>\n<SnnModel Include='mnist.onnx' TimeSteps='8' />\n</ItemGroup></Project>");
        Write("""<SnnModel Update="mnist.onnx" Leak="2" />""");
        ITaskItem item = _project.ItemOf("Directory.Build.props", "mnist.onnx", ("TimeSteps", "8"), ("Leak", "2"));

        Assert.Equal((_project.PathOf("Directory.Build.props"), 3, 1), Locate(item, null));
        Assert.Equal((_project.PathOf("Directory.Build.props"), 3, 32), Locate(item, "TimeSteps"));
        Assert.Equal((_project.PathOf("app.csproj"), 4, 35), Locate(item, "Leak"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<Project><ItemGroup>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><Project>&b;<SnnModel Include='mnist.onnx' /></Project>")]
    public void A_file_that_cannot_be_read_gives_no_line(string text)
    {
        _project.Write("app.csproj", text);

        Assert.Equal((_project.PathOf("app.csproj"), 0, 0), Locate(_project.Item("mnist.onnx"), "TimeSteps"));
    }

    [Fact]
    public void A_missing_file_a_huge_one_and_a_wild_pattern_give_no_line()
    {
        Assert.Equal(0, Locate(_project.Item("mnist.onnx"), null).Line);
        Write($"<SnnModel Include=\"{string.Concat(Enumerable.Repeat("*n", 40))}\" />");
        Assert.Equal(0, Locate(_project.Item(new string('n', 200) + ".onnx"), null).Line);
        _project.Write("app.csproj", "<Project><SnnModel Include='mnist.onnx' /><!--" + new string('x', 5 << 20) + "--></Project>");
        Assert.Equal(0, Locate(_project.Item("mnist.onnx"), null).Line);
    }

    private void Write(params string[] elements) =>
        _project.Write("app.csproj", $"<Project>\n  <PropertyGroup />\n  <ItemGroup>\n    {string.Join("\n    ", elements)}\n  </ItemGroup>\n</Project>");

    private (string? File, int Line, int Column) Locate(ITaskItem item, string? metadata)
    {
        (string? file, int line, int column) = new ItemLocator(_project.PathOf("app.csproj")).Locate(item, metadata);
        return (file, line, column);
    }
}
