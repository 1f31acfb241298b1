namespace SnnGen.Conversion.Nir.Graph;

/// <summary>Two numbers for the two axes of an image.</summary>
/// <param name="Height">Along the first axis, down.</param>
/// <param name="Width">Along the second axis, to the right.</param>
public readonly record struct NirPair(int Height, int Width);

/// <summary>How a convolution pads its input with zeros.</summary>
public enum NirPaddingKind
{
    /// <summary>By given numbers of zeros, at both ends.</summary>
    Explicit,

    /// <summary>So that the output has the extents of the input; the odd zero is at the end.</summary>
    Same,

    /// <summary>Not at all.</summary>
    Valid,
}

/// <summary>The zeros around the input of a convolution.</summary>
/// <typeparam name="T">A number for each axis.</typeparam>
/// <param name="Kind">How many zeros.</param>
/// <param name="Size">Their number at each end of an axis, where they are given explicitly.</param>
public readonly record struct NirPadding<T>(NirPaddingKind Kind, T Size)
    where T : struct
{
    /// <summary>Given numbers of zeros.</summary>
    public static implicit operator NirPadding<T>(T size) => new(NirPaddingKind.Explicit, size);
}

/// <summary>A convolution along one axis (a cross-correlation: the kernel is not turned).</summary>
/// <param name="Name">Its name.</param>
/// <param name="InputLength">Extent of the input, or null where the file does not say.</param>
/// <param name="Weight">Kernels, shape (output channels, input channels / groups, length).</param>
/// <param name="Stride">Step from one output to the next.</param>
/// <param name="Padding">Zeros around the input.</param>
/// <param name="Dilation">Step from one element of a kernel to the next.</param>
/// <param name="Groups">Number of groups that the channels are divided into.</param>
/// <param name="Bias">One for each output channel.</param>
public sealed record NirConv1d(
    string Name, int? InputLength, NirArray Weight, int Stride, NirPadding<int> Padding, int Dilation, int Groups, NirArray Bias)
    : NirNode(Name);

/// <summary>A convolution of images (a cross-correlation: the kernel is not turned).</summary>
/// <param name="Name">Its name.</param>
/// <param name="InputShape">Height and width of the input, or null where the file does not say.</param>
/// <param name="Weight">Kernels, shape (output channels, input channels / groups, height, width).</param>
/// <param name="Stride">Steps from one output to the next.</param>
/// <param name="Padding">Zeros around the input.</param>
/// <param name="Dilation">Steps from one element of a kernel to the next.</param>
/// <param name="Groups">Number of groups that the channels are divided into.</param>
/// <param name="Bias">One for each output channel.</param>
public sealed record NirConv2d(
    string Name, NirPair? InputShape, NirArray Weight, NirPair Stride, NirPadding<NirPair> Padding, NirPair Dilation, int Groups, NirArray Bias)
    : NirNode(Name);

/// <summary>The mean of each window of an image; zeros of the padding count.</summary>
/// <param name="Name">Its name.</param>
/// <param name="KernelSize">Extents of the window.</param>
/// <param name="Stride">Steps from one window to the next.</param>
/// <param name="Padding">Zeros at each end of an axis.</param>
public sealed record NirAvgPool2d(string Name, NirPair KernelSize, NirPair Stride, NirPair Padding) : NirNode(Name);

/// <summary>The sum of each window of an image.</summary>
/// <param name="Name">Its name.</param>
/// <param name="KernelSize">Extents of the window.</param>
/// <param name="Stride">Steps from one window to the next.</param>
/// <param name="Padding">Zeros at each end of an axis.</param>
public sealed record NirSumPool2d(string Name, NirPair KernelSize, NirPair Stride, NirPair Padding) : NirNode(Name);
