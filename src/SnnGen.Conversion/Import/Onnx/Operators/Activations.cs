using SnnGen.Conversion.Analog;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Activations as their operators describe them.</summary>
internal static class Activations
{
    /// <summary>LeakyRelu.</summary>
    public static Activation LeakyRelu(OnnxNode node) => new LeakyRelu(NotNegative(node, "alpha", 0.01));

    /// <summary>Elu.</summary>
    public static Activation Elu(OnnxNode node) => new Elu(NotNegative(node, "alpha", 1));

    /// <summary>HardSigmoid.</summary>
    public static Activation HardSigmoid(OnnxNode node)
    {
        double alpha = node.Number("alpha", 0.2), beta = node.Number("beta", 0.5);
        return alpha > 0 && double.IsFinite(alpha) && double.IsFinite(beta)
            ? new HardSigmoid(alpha, beta)
            : throw new UnsupportedNodeException("its alpha must be positive and its beta finite");
    }

    private static double NotNegative(OnnxNode node, string attribute, double otherwise)
    {
        double value = node.Number(attribute, otherwise);
        return value >= 0 && double.IsFinite(value)
            ? value
            : throw new UnsupportedNodeException($"its {attribute} must not be negative: the function would decrease");
    }
}
