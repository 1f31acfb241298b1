using SnnGen.Portable.Library;
using Modern = SnnGen.Portable.Tests;
using Small = SnnGen.Portable.Library;

namespace SnnGen.Portable.Tests;

/// <summary>Both profiles of a model give the same bits.</summary>
public sealed class ProfileAgreementTests
{
    [Fact]
    public void Fixed_point_is_the_same_in_both_profiles()
    {
        var network = new Small.DigitsSnn();
        foreach (byte[] image in Digits.Images)
        {
            Modern.DigitsSnn.Result expected = Modern.DigitsSnn.Run(image);
            Assert.Equal(expected.Class, network.Run(image));
            Assert.Equal(expected.Potentials.ToArray(), Enumerable.Range(0, Small.DigitsSnn.OutputSize).Select(network.GetPotential));
            Assert.Equal((expected.Margin, expected.SynapticOperations, expected.Spikes), (network.Margin, network.SynapticOperations, network.Spikes));
        }
    }

    [Fact]
    public void Single_precision_is_the_same_in_both_profiles()
    {
        var network = new Small.DigitsFloat32();
        foreach (byte[] image in Digits.Images)
        {
            float[] values = [.. image.Select(pixel => pixel / 240f)];
            Modern.DigitsFloat32.Result expected = Modern.DigitsFloat32.Run(values);
            Assert.Equal(expected.Class, network.Run(values));
            for (int output = 0; output < Small.DigitsFloat32.OutputSize; output++)
            {
                Assert.Equal(BitConverter.SingleToInt32Bits(expected.Potentials[output]), BitConverter.SingleToInt32Bits(network.GetPotential(output)));
                Assert.Equal(BitConverter.SingleToInt32Bits(expected.Value(output)), BitConverter.SingleToInt32Bits(network.Value(output)));
            }
        }
    }

    [Fact]
    public void Rates_and_spike_counts_are_the_same_in_both_profiles()
    {
        var network = new Small.DigitsRate();
        foreach (byte[] image in Digits.Images)
        {
            Modern.DigitsRate.Result expected = Modern.DigitsRate.Run(image);
            Assert.Equal(expected.Class, network.Run(image));
            Assert.Equal(expected.Scores.ToArray(), Enumerable.Range(0, Small.DigitsRate.OutputSize).Select(network.GetScore));
            Assert.Equal($"{expected.Label}", $"{network.ClassLabel}");
        }
    }

    [Fact]
    public void Code_of_a_user_reads_digits()
    {
        var reader = new DigitReader();
        int right = Digits.Images.Where((image, i) => reader.Read(image, leastMargin: 0) == Digits.Labels[i]).Count();
        Assert.InRange(right, Digits.Images.Length * 9 / 10, Digits.Images.Length);
        Assert.All(Digits.Images, image => Assert.Equal(-1, reader.Read(image, int.MaxValue)));
        Assert.InRange(Digits.Images.Where((image, i) => reader.ReadSpikes(image) == Digits.Labels[i]).Count(), Digits.Images.Length / 2, Digits.Images.Length);
    }
}
