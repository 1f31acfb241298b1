using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using SnnGen.Package.Tests.Support;
using SnnGen.Tool.Tests.Support;

namespace SnnGen.Tool.Tests.Reporting;

/// <summary>snngen report: what the page says is what the network does.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReportCommandTests()
    {
        TinyModel.Write(_folder.PathOf("tiny.onnx"));
        CalibrationData.Write(_folder.PathOf("calibration.npy"));
        TestImages.Write(_folder.PathOf("images.npy"), _folder.PathOf("labels.npy"));
        TestImages.WriteLabels(_folder.PathOf("foreign.npy"), [.. Enumerable.Repeat((byte)3, TestImages.Count)]);
        File.Copy(Path.Combine(RepositoryFolder.Root, "tests", "SnnGen.Package.Tests", "Support", "recurrent.nir"), _folder.PathOf("recurrent.nir"));
    }

    public void Dispose() => _folder.Dispose();

    private Task<SnnGenResult> RunAsync(params string[] options) => SnnGenProcess.RunAsync(_folder.Root, ["report", .. options]);

    private async Task<XElement> ReportAsync(string model, params string[] options)
    {
        SnnGenResult result = await RunAsync([model, "--output", "page.html", .. options]);
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        return Read("page.html");
    }

    private XElement Read(string page)
    {
        string text = File.ReadAllText(_folder.PathOf(page));
        Assert.StartsWith("<!DOCTYPE html>\n", text);
        return XElement.Parse(text["<!DOCTYPE html>\n".Length..]);
    }

    private static string[] Sections(XElement page) => [.. page.Descendants("section").Select(section => (string)section.Attribute("id")!)];

    private static string Tile(XElement page, string caption) =>
        page.Descendants("div").Single(tile => ((string?)tile.Attribute("class"))?.StartsWith("tile ") == true && tile.Element("span")!.Value == caption).Element("b")!.Value;

    [Fact]
    public async Task A_page_about_a_classifier_has_every_section()
    {
        XElement page = await ReportAsync("tiny.onnx", "--calibration", "calibration.npy", "--images", "images.npy", "--labels", "labels.npy", "--class-names", "sum;third;fourth");
        Assert.Equal(["network", "time", "confusion", "outputs", "layers", "examples", "weights", "pruning", "energy", "provenance"], Sections(page));
        string[] links = [.. page.Descendants("nav").Single().Elements("a").Select(link => (string)link.Attribute("href")!)];
        Assert.Equal(Sections(page).Select(id => "#" + id), links);
        Assert.Contains("fourth", page.Descendants("section").Single(section => (string)section.Attribute("id")! == "confusion").Value);
    }

    [Fact]
    public async Task Its_figures_are_those_of_evaluate()
    {
        string[] data = ["--calibration", "calibration.npy", "--images", "images.npy", "--labels", "labels.npy"];
        string json = (await SnnGenProcess.RunAsync(_folder.Root, ["evaluate", "tiny.onnx", .. data, "--json"])).ShouldSucceed().Output;
        JsonElement figures = JsonDocument.Parse(json).RootElement;
        XElement page = await ReportAsync("tiny.onnx", data);

        Assert.Equal(Percent("annAccuracy"), Tile(page, "accuracy of the ANN"));
        Assert.Equal(Percent("snnAccuracy"), Tile(page, "accuracy of the spiking network"));
        Assert.Equal(Percent("agreement"), Tile(page, "decided alike"));
        Assert.Equal(figures.GetProperty("spikesPerInference").GetDouble(), double.Parse(Tile(page, "spikes per inference"), CultureInfo.InvariantCulture), 0.06);
        int[] cells = [.. page.Descendants("text").Where(text => (string?)text.Attribute("class") == "cell-text").Select(text => int.Parse(text.Value, CultureInfo.InvariantCulture))];
        Assert.Equal(TestImages.Count, cells.Sum());

        string Percent(string name) => (figures.GetProperty(name).GetDouble() * 100).ToString("0.00", CultureInfo.InvariantCulture) + "\u00a0%";
    }

    [Fact]
    public async Task The_same_inputs_give_the_same_bytes_on_any_number_of_threads()
    {
        string[] data = ["tiny.onnx", "--calibration", "calibration.npy", "--images", "images.npy"];
        (await RunAsync([.. data, "--output", "one.html", "--threads", "1"])).ShouldSucceed();
        (await RunAsync([.. data, "--output", "deeper/four.html", "--threads", "4"])).ShouldSucceed();
        Assert.Equal(File.ReadAllBytes(_folder.PathOf("one.html")), File.ReadAllBytes(_folder.PathOf("deeper/four.html")));
    }

    [Fact]
    public async Task Nothing_in_it_is_fetched_or_run()
    {
        XElement page = await ReportAsync("tiny.onnx", "--calibration", "calibration.npy", "--class-names", "<script>alert(1)</script>;\"quoted\" & 'so';</style><b>");
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "iframe" or "object" or "img");
        string[] addresses = [.. page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src" or "url").Select(attribute => attribute.Value)];
        Assert.All(addresses, address => Assert.StartsWith("#", address));
        Assert.DoesNotContain("url(", page.Descendants("style").Single().Value);
        Assert.DoesNotContain('&', page.Descendants("style").Single().Value);
        Assert.Contains("<script>alert(1)</script>", page.Descendants("section").Single(section => (string)section.Attribute("id")! == "confusion").Value);
    }

    [Fact]
    public async Task Without_test_data_it_is_measured_on_the_calibration_inputs_without_accuracies()
    {
        XElement page = await ReportAsync("tiny.onnx", "--calibration", "calibration.npy", "--limit", "5", "--time-curve", "none", "--keep-curve", "none");
        Assert.Contains("measured on 5 calibration inputs", page.Descendants("header").Single().Value);
        Assert.DoesNotContain("accuracy", string.Concat(page.Descendants("header").Single().Descendants("span").Select(span => span.Value)));
        Assert.DoesNotContain("pruning", Sections(page));
    }

    [Fact]
    public async Task A_network_of_NIR_has_a_page_with_the_spikes_that_moved()
    {
        XElement page = await ReportAsync("recurrent.nir", "--simulator", "snntorch", "--weights", "int8", "--time-steps", "20");
        Assert.Equal(["network", "time", "confusion", "layers", "examples", "drift", "energy", "provenance"], Sections(page).Where(id => id != "outputs"));
        Assert.Contains("SNN1009", page.Descendants("p").Single(p => (string?)p.Attribute("class") == "warning").Value);
    }

    [Fact]
    public async Task A_chip_has_its_mapping()
    {
        XElement page = await ReportAsync("tiny.onnx", "--calibration", "calibration.npy", "--chip", "loihi", "--reset", "zero");
        XElement mapping = page.Descendants("section").Single(section => (string)section.Attribute("id")! == "mapping");
        Assert.Equal("Mapping to loihi", mapping.Element("h2")!.Value);
        Assert.Equal(2, mapping.Descendants("tbody").Single().Elements("tr").Count());
    }

    [Fact]
    public async Task Every_file_is_named_by_its_hash_and_no_folder_is()
    {
        XElement page = await ReportAsync("tiny.onnx", "--calibration", _folder.PathOf("calibration.npy"), "--images", "images.npy", "--labels", "labels.npy");
        string[] names = [.. page.Descendants("dt").Select(name => name.Value)];
        Assert.Equal(["the spiking network (.snn.json)", "tiny.onnx", "calibration.npy", "images.npy", "labels.npy"], names);
        string expected = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_folder.PathOf("tiny.onnx"))));
        Assert.Equal(expected, page.Descendants("dd").ElementAt(1).Value);
        Assert.DoesNotContain(_folder.Root, page.ToString());
    }

    [Theory]
    [InlineData("labels are given without inputs", "--labels", "labels.npy")]
    [InlineData("limit must not be negative, but is -1", "--limit", "-1")]
    [InlineData("--time-curve is a list of time steps, as in 2,4,8, not '2,x'", "--time-curve", "2,x")]
    [InlineData("--keep-curve is a list of shares above 0", "--keep-curve", "0")]
    [InlineData("has the label 3", "--images", "images.npy", "--labels", "foreign.npy")]
    public async Task Wrong_options_are_one_error_and_no_page(string problem, params string[] options)
    {
        SnnGenResult result = await RunAsync(["tiny.onnx", "--calibration", "calibration.npy", "--output", "page.html", .. options]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(problem, Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.False(File.Exists(_folder.PathOf("page.html")));
    }

    [Fact]
    public async Task A_curve_of_a_network_that_spikes_already_is_refused()
    {
        SnnGenResult result = await RunAsync("recurrent.nir", "--output", "page.html", "--time-curve", "2,4");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--time-curve would convert an ANN several times", result.Error);
    }

    [Fact]
    public async Task A_build_gets_its_page_beside_the_network_and_the_network_is_the_same()
    {
        string[] convert = ["convert", "tiny.onnx", "--calibration", "calibration.npy", "--cache", "cache"];
        (await SnnGenProcess.RunAsync(_folder.Root, [.. convert, "--output", "plain.snn.json"])).ShouldSucceed();
        (await SnnGenProcess.RunAsync(_folder.Root, [.. convert, "--output", "obj/with.snn.json", "--report", "true", "--test-inputs", "images.npy", "--test-labels", "labels.npy", "--test-count", "10"])).ShouldSucceed();
        Assert.Equal(File.ReadAllText(_folder.PathOf("plain.snn.json")), File.ReadAllText(_folder.PathOf("obj/with.snn.json")));
        XElement page = Read("obj/with.html");
        Assert.Contains("measured on 10 test inputs", page.Descendants("header").Single().Value);
        Assert.DoesNotContain("pruning", Sections(page));
    }
}
