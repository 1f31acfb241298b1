using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Emit.Layers;

/// <summary>A sliding window as a constant of the generated class.</summary>
internal static class WindowText
{
    /// <summary>Writes the constant <paramref name="name"/>.</summary>
    public static void Write(SourceWriter writer, string name, SlidingWindow window, bool isChannelsFirst)
    {
        writer.Separate();
        writer.Lines($$"""
            private static readonly global::SnnGen.Runtime.Window {{name}} = new()
            {
                InputHeight = {{Literal.Of(window.Input.Height)}}, InputWidth = {{Literal.Of(window.Input.Width)}}, InputChannels = {{Literal.Of(window.Input.Channels)}}, IsChannelsFirst = {{(isChannelsFirst ? "true" : "false")}},
                OutputHeight = {{Literal.Of(window.Output.Height)}}, OutputWidth = {{Literal.Of(window.Output.Width)}}, OutputChannels = {{Literal.Of(window.Output.Channels)}},
                KernelHeight = {{Literal.Of(window.KernelHeight)}}, KernelWidth = {{Literal.Of(window.KernelWidth)}},
                StrideHeight = {{Literal.Of(window.StrideHeight)}}, StrideWidth = {{Literal.Of(window.StrideWidth)}},
                PaddingTop = {{Literal.Of(window.PaddingTop)}}, PaddingLeft = {{Literal.Of(window.PaddingLeft)}},
                DilationHeight = {{Literal.Of(window.DilationHeight)}}, DilationWidth = {{Literal.Of(window.DilationWidth)}},
            };
            """);
        writer.Separate();
    }

    /// <summary>Writes how the places of a convolution are put into blocks.</summary>
    public static void WriteBlocks(SourceWriter writer, string name, ConvolutionLayout layout, SlidingWindow window)
    {
        writer.Separate();
        writer.Lines($$"""
            private static readonly global::SnnGen.Runtime.ConvolutionBlocks {{name}} = new()
            {
                Places = {{Literal.Of(layout.Places)}}, Lanes = {{Literal.Of(layout.Lanes)}}, Groups = {{Literal.Of(layout.Groups)}}, BlockGroups = {{Literal.Of(layout.BlockGroups)}}, Step = {{Literal.Of(layout.Step)}},
                GroupPairs = {{Literal.Of(layout.GroupPairs)}}, Inputs = {{Literal.Of(window.Input.Width * window.Input.Channels)}}, Lead = {{Literal.Of(window.PaddingLeft * window.Input.Channels)}},
            };
            """);
        writer.Separate();
    }
}
