using SnnGen.Conversion.Diagnostics;
using SnnGen.Tool.Caching;

namespace SnnGen.Tool.Tests.Caching;

public sealed class ConversionOutcomeTests
{
    [Fact]
    public void Warnings_return_with_the_path_of_the_model_that_asks()
    {
        var outcome = new ConversionOutcome("{\n}\n",
        [
            new ConversionDiagnostic(DiagnosticDescriptors.CalibrationMissing, "old.onnx", "no calibration data: give some"),
            new ConversionDiagnostic(DiagnosticDescriptors.NotCertified, "old.onnx", "layer 'fc 1'\nis not proven"),
        ]);

        ConversionOutcome returned = ConversionOutcome.FromText(outcome.ToText(), "new.onnx");

        Assert.Equal("{\n}\n", returned.Network);
        Assert.Equal(
            ["new.onnx : warning SNN1009: no calibration data: give some", "new.onnx : warning SNN1012: layer 'fc 1' is not proven"],
            returned.Warnings.Select(warning => warning.ToString()));
    }
}
