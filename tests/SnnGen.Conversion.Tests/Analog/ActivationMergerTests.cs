using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Analog.Folding;

namespace SnnGen.Conversion.Tests.Analog;

public class ActivationMergerTests
{
    private const double Infinity = double.PositiveInfinity;

    private static readonly ActivationStep s_relu = new("relu", new Relu());

    public static TheoryData<double, double, double> Clips => new()
    {
        // Minimum, maximum, and the ceiling of the rectifier that clip and ReLU make together.
        { 0, 6, 6 },
        { -3, 6, 6 },
        { -Infinity, 6, 6 },
        { 0, Infinity, Infinity },
    };

    [Theory]
    [MemberData(nameof(Clips))]
    public void A_clip_beside_a_ReLU_lowers_its_ceiling(double minimum, double maximum, double ceiling)
    {
        var clip = new ClipStep("clip", minimum, maximum);
        foreach (AnalogStep[] steps in new AnalogStep[][] { [s_relu, clip], [clip, s_relu], [clip, s_relu, clip] })
        {
            Assert.Equal(new Relu(ceiling), ActivationMerger.Merge(steps, out string? problem));
            Assert.Null(problem);
        }
    }

    [Fact]
    public void A_clip_from_0_is_a_ReLU() =>
        Assert.Equal(new Relu(6), ActivationMerger.Merge([new ClipStep("clip", 0, 6)], out _));

    [Fact]
    public void A_clipped_ReLU_keeps_its_own_ceiling() =>
        Assert.Equal(new Relu(6), ActivationMerger.Merge([new ActivationStep("relu6", new Relu(6)), s_relu], out _));

    [Theory]
    [InlineData(0.1, 6)]
    [InlineData(-2, -1)]
    [InlineData(0, 0)]
    public void A_clip_that_leaves_no_range_from_0_is_refused(double minimum, double maximum)
    {
        Assert.Null(ActivationMerger.Merge([s_relu, new ClipStep("clip", minimum, maximum)], out string? problem));
        Assert.Contains("'relu', 'clip'", problem);
    }

    [Fact]
    public void A_clip_beside_a_tanh_is_refused()
    {
        Assert.Null(ActivationMerger.Merge([new ActivationStep("tanh", new Tanh()), new ClipStep("clip", 0, 1)], out string? problem));
        Assert.Contains("'tanh', 'clip'", problem);
    }
}
