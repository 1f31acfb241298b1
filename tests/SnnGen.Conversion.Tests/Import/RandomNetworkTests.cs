using CsCheck;
using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.Conversion.Tests.Import;

public class RandomNetworkTests
{
    [Fact]
    public void Any_dense_network_in_any_form_agrees_with_ONNX_Runtime() =>
        RandomNetwork.Gen.Sample(network => OnnxAgreement.Verify(network.Build()), iter: 1000);
}
