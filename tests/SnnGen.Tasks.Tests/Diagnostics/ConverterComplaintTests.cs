using SnnGen.Tasks.Diagnostics;
using SnnGen.Tasks.Models;

namespace SnnGen.Tasks.Tests.Diagnostics;

/// <summary>What the converter says of a setting is said of the item; what it says of a file stays there.</summary>
public sealed class ConverterComplaintTests
{
    private static readonly SourcePosition s_position = new("/my app/App.csproj", 12, 5);

    [Theory]
    [InlineData("Models/net.onnx : error SNN1008: layer sizes must be positive", "SNN1008", false, "Models/net.onnx: layer sizes must be positive")]
    [InlineData("Models/net.onnx : warning SNN1009: no calibration data : none", "SNN1009", true, "Models/net.onnx: no calibration data : none")]
    [InlineData("Models/net.onnx : error SNN1007: 3 labels are given", "SNN1007", false, "Models/net.onnx: 3 labels are given")]
    [InlineData("loihii : error SNN1014: there is no such chip", "SNN1014", false, "Models/net.onnx: there is no such chip")]
    [InlineData("Models/net.onnx : error SNN1015: the network does not fit", "SNN1015", false, "Models/net.onnx: the network does not fit")]
    public void A_complaint_about_a_setting_names_the_model(string line, string id, bool isWarning, string message)
    {
        ConverterComplaint complaint = ConverterComplaint.AboutItem(Item(s_position), line)!;

        Assert.Equal((id, isWarning, message), (complaint.Kind.Id, complaint.Kind.IsWarning, complaint.Message));
    }

    [Theory]
    [InlineData("Models/net.onnx : error SNN1003: unsupported operators")]
    [InlineData("data/calibration.npy : error SNN1007: a sample has 3 values")]
    [InlineData("data/images : error SNN1007: a sample has 3 values")]
    [InlineData("chips/mine.json : error SNN1014: the chip profile has no name")]
    [InlineData("Unhandled exception: SNN1008")]
    [InlineData("")]
    public void A_complaint_about_a_file_stays_there(string line) => Assert.Null(ConverterComplaint.AboutItem(Item(s_position), line));

    [Fact]
    public void Without_a_project_file_all_stays() =>
        Assert.Null(ConverterComplaint.AboutItem(Item(default), "Models/net.onnx : error SNN1008: layer sizes must be positive"));

    [Fact]
    public void The_place_travels_with_the_item()
    {
        var odd = new SourcePosition("/my %41pp;(1)/größe 'a'.csproj", 1200, 34);

        Assert.Equal(odd, NetworkItem.FromTaskItem(Item(odd).ToTaskItem()).Position);
        Assert.Equal(default, NetworkItem.FromTaskItem(Item(default).ToTaskItem()).Position);
        Assert.Equal(default, SourcePosition.Parse("one two three"));
    }

    private static NetworkItem Item(SourcePosition position) =>
        new("/out/net.snn.json", "Models/net.onnx", "NetSnn", "App", "public", "Modern", ["a", "b"], ["i"], position, "new");
}
