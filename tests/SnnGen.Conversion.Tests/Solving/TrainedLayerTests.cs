using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Solving;

/// <summary>Our optimum and OR-Tools' on sampled neurons of trained networks.</summary>
public class TrainedLayerTests
{
    [SharedTheory]
    [InlineData("mnist_mlp128.onnx", 0)]
    [InlineData("mnist_mlp128.onnx", 1)]
    [InlineData("mnist_mlp1200.onnx", 1)]
    [InlineData("mnist_tanh.onnx", 1)]
    [InlineData("mnist_sigmoid.onnx", 0)]
    public void Sampled_neurons_reach_the_exact_optimum(string model, int layer)
    {
        LayerProgram program = TrainedLayer.Program(model, layer, neurons: 3);
        LayerSolution ours = new EdgeDescentSolver().Solve(program, 2, CancellationToken.None);
        LayerSolution exact = new GlopSolver().Solve(program, 2, CancellationToken.None);
        Assert.All(ours.Certificates, c => Assert.InRange(c.RelativeGap, 0, 1e-6));
        for (int j = 0; j < program.Neurons; j++)
            Assert.Equal(exact.Certificates[j].Objective, ours.Certificates[j].Objective, 1e-6 * exact.Certificates[j].Objective + 1e-9);
    }
}
