using SampleApp.Data;
using SampleApp.Measurement;

namespace SampleApp.Serve;

/// <summary>A network that the page can choose, with images to try.</summary>
/// <param name="Network">The generated class.</param>
/// <param name="Images">None of which it was trained or calibrated on.</param>
internal sealed record LiveNetwork(Network Network, ImageSet Images)
{
    public NetworkCard Card => new(
        Network.Name, Network.Layers, Network.Numbers, Network.TimeSteps, Images.Width, Network.WeightBytes,
        RunAnswer.ExitMargin, Images.Name);

    /// <summary>All networks, the one to begin with first.</summary>
    /// <exception cref="DataException">A data file is missing or corrupt.</exception>
    public static LiveNetwork[] LoadAll()
    {
        ImageSet large = ShippedDigits.MnistStyle();
        return
        [
            new LiveNetwork(Networks.Mnist, large),
            new LiveNetwork(Networks.MnistFloat32, large),
            new LiveNetwork(Networks.Digits, ShippedDigits.Small()),
        ];
    }

    /// <summary>An image of each digit, drawn by lot.</summary>
    /// <param name="seed">The same gives the same images.</param>
    public Example[] Examples(int seed)
    {
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, Images.Count)];
        random.Shuffle(order);
        return
        [
            .. order.DistinctBy(index => Images.Labels[index]).OrderBy(index => Images.Labels[index])
                .Select(index => new Example(index, Images.Labels[index], Images.AnalogAnswers![index], [.. Images[index]])),
        ];
    }

    /// <summary>The pixels of a request, checked.</summary>
    /// <exception cref="BadRequestException">They are no image for this network.</exception>
    public byte[] ImageOf(int[] pixels)
    {
        if (pixels.Length != Images.ImageSize)
            throw new BadRequestException($"{Network.Name} takes {Images.ImageSize} pixels, not {pixels.Length}");
        if (Array.FindIndex(pixels, pixel => pixel is < byte.MinValue or > byte.MaxValue) is >= 0 and var wrong)
            throw new BadRequestException($"pixel {wrong} is {pixels[wrong]}; pixels are whole numbers from 0 to 255");
        return [.. pixels.Select(pixel => (byte)pixel)];
    }
}
