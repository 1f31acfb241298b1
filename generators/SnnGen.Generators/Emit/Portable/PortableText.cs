using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>Layers in words, for documentation.</summary>
internal static class PortableText
{
    /// <summary>Such as <c>784 inputs, 128 neurons</c>.</summary>
    public static string Describe(PortableLayer layer)
    {
        string inputs = string.Join(" and ", layer.Projections.Select(Describe));
        string pooling = layer.Pooling is { } window ? $", maximum over {Kernel(window.Window)}" : "";
        return $"{inputs}{pooling}, {Literal.Of(layer.Neurons)} neurons";
    }

    private static string Describe(PortableProjection projection)
    {
        string pooling = projection.Pooling is { } window ? $", summed over {Kernel(window.Window)}" : "";
        string convolution = projection.Convolution is { } kernel ? $", {Kernel(kernel.Window)} convolution" : "";
        return $"{Literal.Of(projection.Inputs)} inputs{pooling}{convolution}";
    }

    private static string Kernel(SlidingWindow window) => $"{Literal.Of(window.KernelHeight)} x {Literal.Of(window.KernelWidth)}";
}
