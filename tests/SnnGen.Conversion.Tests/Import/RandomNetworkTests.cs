using CsCheck;
using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.Conversion.Tests.Import;

public class RandomNetworkTests
{
    [Fact]
    public void Any_dense_network_in_any_form_agrees_with_ONNX_Runtime() =>
        RandomNetwork.Gen.Sample(network => OnnxAgreement.Verify(network.Build()), iter: 1000);

    [Fact]
    public void Convolutions_pooling_and_branches_compute_what_ONNX_Runtime_computes() =>
        CsCheck.Gen.Int[0, int.MaxValue].Sample(seed => { OnnxAgreement.Verify(RandomConvolutions.Build(seed), tolerance: 1e-4); }, iter: 500);
}
