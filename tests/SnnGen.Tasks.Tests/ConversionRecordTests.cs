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
        ConversionRecord.Write(_output, ConversionRecord.Snapshot([_model, _calibration]), ["mnist.onnx : warning SNN1009: none"]);
    }

    public void Dispose() => _folder.Dispose();

    private string? Reason(params string[] inputs) => ConversionRecord.ReasonToConvert(_output, inputs);

    [Fact]
    public void Nothing_is_converted_again_where_nothing_changed() => Assert.Null(Reason(_model, _calibration));

    [Fact]
    public void A_touched_input_is_seen()
    {
        File.SetLastWriteTimeUtc(_model, DateTime.UtcNow.AddMinutes(1));

        Assert.Equal($"'{_model}' changed", Reason(_model, _calibration));
    }

    [Fact]
    public void An_input_replaced_by_an_older_file_is_seen()
    {
        File.SetLastWriteTimeUtc(_calibration, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal($"'{_calibration}' changed", Reason(_model, _calibration));
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
        IReadOnlyList<string> before = ConversionRecord.Snapshot([_model, _calibration]);
        File.WriteAllText(_model, "changed while it was read");
        ConversionRecord.Write(_output, before, []);

        Assert.NotNull(Reason(_model, _calibration));
    }

    [Fact]
    public void Warnings_are_kept_and_do_not_count_as_inputs()
    {
        Assert.Equal(["mnist.onnx : warning SNN1009: none"], ConversionRecord.Warnings(_output));
        Assert.Empty(ConversionRecord.Warnings(_folder.PathOf("other.snn.json")));
    }
}
