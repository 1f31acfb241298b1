using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Emit.Members;

/// <summary>Layers in words, for documentation.</summary>
internal static class LayerText
{
    /// <summary>Such as <c>784 inputs, 128 neurons</c>.</summary>
    public static string Describe(LayerPlan layer)
    {
        string inputs = string.Join(" and ", layer.Projections.Select(Describe));
        string pooling = layer.Pooling is { } window ? $", maximum over {Kernel(window)}" : "";
        return $"{inputs}{pooling}, {Literal.Of(layer.Neurons)} neurons";
    }

    private static string Describe(ProjectionPlan projection)
    {
        string pooling = projection.Pooling is { } window ? $", summed over {Kernel(window)}" : "";
        return projection.Window is { } convolution
            ? $"{Literal.Of(projection.Inputs)} inputs{pooling}, {Kernel(convolution)} convolution"
            : $"{Literal.Of(projection.Inputs)} inputs{pooling}";
    }

    private static string Kernel(SlidingWindow window) => $"{Literal.Of(window.KernelHeight)} x {Literal.Of(window.KernelWidth)}";
}
