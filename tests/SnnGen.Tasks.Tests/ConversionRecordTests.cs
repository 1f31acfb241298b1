using SnnGen.Tasks.Incremental;
using SnnGen.Tasks.Tests.Support;

namespace SnnGen.Tasks.Tests;

public sealed class ConversionRecordTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _model;
    private readonly string _calibration;
    private readonly string _output;

    public ConversionRecordTests()
    {
        _model = _folder.Write("mnist.onnx", "model");
        _calibration = _folder.Write("calibration.npy", "data");
        _output = _folder.Write("mnist.snn.json", "network");
        ConversionRecord.Write([_output], ConversionRecord.Snapshot([_model, _calibration], new FileStates()), ["mnist.onnx : warning SNN1009: none"]);
    }

    public void Dispose() => _folder.Dispose();

    private string? Reason(params string[] inputs) => ConversionRecord.ReasonToConvert([_output], inputs, new FileStates());

    [Fact]
    public void Nothing_is_converted_again_where_nothing_changed() => Assert.Null(Reason(_model, _calibration));

    [Theory]
    [InlineData(1970)]
    [InlineData(2099)]
    public void Times_do_not_count(int year)
    {
        var time = new DateTime(year, 1, 2, 0, 0, 0, DateTimeKind.Utc);
        foreach (string file in new[] { _model, _calibration, _output, ConversionRecord.PathFor(_output) })
            File.SetLastWriteTimeUtc(file, time);

        Assert.Null(Reason(_model, _calibration));
    }

    [Fact]
    public void Another_content_of_the_same_size_and_time_is_seen()
    {
        foreach (string file in new[] { _model, _calibration, _output })
        {
            string before = File.ReadAllText(file);
            DateTime time = File.GetLastWriteTimeUtc(file);
            File.WriteAllText(file, "X" + before.Substring(1));
            File.SetLastWriteTimeUtc(file, time);

            Assert.Equal($"'{file}' changed", Reason(_model, _calibration));
            File.WriteAllText(file, before);
        }
        Assert.Null(Reason(_model, _calibration));
    }

    [Fact]
    public void A_result_that_was_changed_or_deleted_is_seen()
    {
        File.AppendAllText(_output, "x");
        Assert.Equal($"'{_output}' changed", Reason(_model, _calibration));

        File.Delete(_output);
        Assert.Equal("there is no earlier result", Reason(_model, _calibration));
    }

    [Fact]
    public void More_or_fewer_inputs_are_seen()
    {
        Assert.Equal("an input was removed", Reason(_model));
        Assert.Equal($"'{_folder.PathOf("new")}' changed", Reason(_model, _calibration, _folder.PathOf("new")));
    }

    [Fact]
    public void An_input_that_changes_during_the_conversion_is_converted_again()
    {
        IReadOnlyList<string> before = ConversionRecord.Snapshot([_model, _calibration], new FileStates());
        File.WriteAllText(_model, "changed while it was read");
        ConversionRecord.Write([_output], before, []);

        Assert.NotNull(Reason(_model, _calibration));
    }

    [Fact]
    public void A_record_that_was_cut_short_or_changed_anywhere_is_none()
    {
        string path = ConversionRecord.PathFor(_output);
        byte[] whole = File.ReadAllBytes(path);
        for (int i = 0; i < whole.Length; i++)
        {
            File.WriteAllBytes(path, whole[..i]);
            AssertNone();
            byte[] changed = [.. whole];
            changed[i] ^= 4;
            File.WriteAllBytes(path, changed);
            AssertNone();
        }
        File.WriteAllBytes(path, whole);
        Assert.Null(Reason(_model, _calibration));

        void AssertNone()
        {
            Assert.Contains("missing or damaged", Reason(_model, _calibration));
            Assert.Empty(ConversionRecord.Warnings(_output));
        }
    }

    [Fact]
    public void A_record_of_another_result_is_none_of_this_one()
    {
        string other = _folder.Write("other.snn.json", "another network");
        ConversionRecord.Write([other], ConversionRecord.Snapshot([_model, _calibration], new FileStates()), []);
        File.Copy(ConversionRecord.PathFor(other), ConversionRecord.PathFor(_output), overwrite: true);

        Assert.Equal($"'{_output}' changed", Reason(_model, _calibration));
    }

    [Fact]
    public void A_folder_in_the_place_of_a_record_is_no_record_and_an_input_that_cannot_be_read_is_as_one_that_is_gone()
    {
        File.Delete(ConversionRecord.PathFor(_output));
        Directory.CreateDirectory(ConversionRecord.PathFor(_output));

        Assert.Contains("missing or damaged", Reason(_model, _calibration));
        Assert.Empty(ConversionRecord.Warnings(_output));
        Assert.All([_folder.PathOf("gone"), _folder.Root], path => Assert.Equal([$"-|{path}"], ConversionRecord.Snapshot([path], new FileStates())));
    }

    [Fact]
    public void What_lies_beside_a_result_counts_too()
    {
        string page = _folder.Write("mnist.html", "page");
        ConversionRecord.Write([_output, page], ConversionRecord.Snapshot([_model], new FileStates()), []);
        string? ReasonOfBoth() => ConversionRecord.ReasonToConvert([_output, page], [_model], new FileStates());

        Assert.Null(ReasonOfBoth());
        File.WriteAllText(page, "edit");
        Assert.Equal($"'{page}' changed", ReasonOfBoth());
        File.Delete(page);
        Assert.Equal($"'{page}' is missing", ReasonOfBoth());
    }

    [Fact]
    public void Old_temporary_files_of_records_are_swept_up()
    {
        string name = Path.GetFileName(ConversionRecord.PathFor(_output));
        string old = _folder.Write(StrayFiles.NewName(name), ""), young = _folder.Write(StrayFiles.NewName(name), "");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));

        ConversionRecord.Write([_output], [], []);

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
    }

    [Fact]
    public void Warnings_are_kept_and_do_not_count_as_inputs()
    {
        Assert.Equal(["mnist.onnx : warning SNN1009: none"], ConversionRecord.Warnings(_output));
        Assert.Empty(ConversionRecord.Warnings(_folder.PathOf("other.snn.json")));
    }
}
