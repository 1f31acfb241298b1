using System.Text.RegularExpressions;
using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Conversion.Tests.Diagnostics;

public partial class ConversionDiagnosticTests
{
    [Fact]
    public void An_error_is_one_line_that_MSBuild_parses()
    {
        var exception = new ConversionException(DiagnosticDescriptors.ModelCorrupt, "/models/a b.onnx", "is bad:\r\nfoo.cs(1,1): error CS0001: \u001B[31mvery\u2028bad\u202E");

        Assert.Equal(@"/models/a b.onnx : error SNN1002: is bad:\r\nfoo.cs(1,1): error CS0001: \u001B[31mvery\u2028bad\u202E", exception.Message);
        Match match = Canonical().Match(exception.Message);
        Assert.Equal(("/models/a b.onnx", "error", "SNN1002"), (match.Groups["origin"].Value, match.Groups["kind"].Value, match.Groups["code"].Value));
    }

    [Fact]
    public void A_warning_says_so() => Assert.Equal(
        "a.csproj : warning SNN1009: give data",
        new ConversionDiagnostic(DiagnosticDescriptors.CalibrationMissing, "a.csproj", "give data").ToString());

    [Fact]
    public void Ids_are_in_order_and_in_the_range_of_the_conversion()
    {
        DiagnosticDescriptor[] all =
        [
            .. typeof(DiagnosticDescriptors).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>(),
        ];
        Assert.NotEmpty(all);
        Assert.Equal(all.Select((_, index) => $"SNN{1001 + index}"), all.Select(descriptor => descriptor.Id));
    }

    /// <summary>The form that MSBuild documents for tools: origin : category code : text.</summary>
    [GeneratedRegex(@"^(?<origin>.+?) ?: (?<kind>error|warning) (?<code>[A-Z]+\d+): .+$")]
    private static partial Regex Canonical();
}
