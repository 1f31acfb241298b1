using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.Conversion.Tests.Import;

public class OpsetTests
{
    public static TheoryData<int> All =>
    [
        .. Enumerable.Range(SupportedOperators.MinimumOpset, SupportedOperators.MaximumOpset - SupportedOperators.MinimumOpset + 1),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_operator_set_is_read(int opset)
    {
        var builder = new ModelBuilder([2, 2], opset);
        string hidden = builder.Node("Relu", [builder.Dense(builder.Node("Flatten", [builder.Input]), 4, 6)]);
        OnnxAgreement.Verify(builder.Finish(builder.Dense(hidden, 6, 3)));
    }
}
