using System.Globalization;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;

namespace SnnGen.NativeAot.Tests.Support;

/// <summary>The program: it runs every network on every sample through every entry point, and prints the transcript.</summary>
internal static class ProgramSource
{
    /// <summary>Its main file; network i is the generated class <c>Net{i}Snn</c>.</summary>
    public static string Entry(int networks) => $$"""
        using System;
        using System.IO;
        using System.Runtime.Intrinsics;

        Console.Error.WriteLine($"128 {Vector128.IsHardwareAccelerated} 256 {Vector256.IsHardwareAccelerated}");
        using var writer = new StreamWriter(Console.OpenStandardOutput());
        {{string.Concat(Enumerable.Range(0, networks).Select(index => $"Runs.Net{index}.Write(writer);\n"))}}
        """;

    /// <summary>The runs of one network.</summary>
    public static string Runs(SpikingNetwork network, int index, int samples)
    {
        bool takesValues = network.Input.Encoding != InputEncoding.Events;
        return $$"""
            using System.IO;
            using SnnGen.NativeAot.Tests.Program;
            using Network = App.Net{{index}}Snn;

            namespace Runs;

            internal static class Net{{index}}
            {
                private const int SpikingLayers = {{network.Layers.Count(layer => layer.Neuron is SpikingNeuron)}};

                public static void Write(TextWriter writer)
                {
                    var transcript = new Transcript(writer, "{{index}}");
                    for (int sample = 0; sample < {{samples}}; sample++)
                    {
                        var input = new SampleInput(sample);
                        {{(takesValues ? "Values(transcript, sample, input);" : "")}}
                        Spikes(transcript, sample, input.Spikes(Network.TimeSteps, Network.InputSize));
                    }
                }

            {{(takesValues ? Values(network) : "")}}

                private static void Spikes(Transcript transcript, int sample, bool[][] spikes)
                {
                    Network.SpikeTrain train = default;
                    for (int step = 0; step < spikes.Length; step++)
                        for (int i = 0; i < spikes[step].Length; i++)
                            train[step, i] = spikes[step][i];
                    transcript.Begin(sample, "train");
                    Write(transcript, Network.Run(in train));

                    transcript.Begin(sample, "frames");
                    Network.State state = default;
                    for (int step = 0; step < spikes.Length; step++)
                    {
                        Network.Step(ref state, train.Frame(step), out Network.Result result);
                        Write(transcript, in state, step);
                        if (step == spikes.Length - 1)
                            Write(transcript, result);
                    }
                }

                private static void Write(Transcript transcript, in Network.State state, int step)
                {
                    for (int layer = 0; layer < SpikingLayers; layer++)
                        transcript.Spikes(step, layer, state.LayerSpikes(layer));
                }

                private static void Write(Transcript transcript, Network.Result result) =>
                    transcript.Result(result.Class, result.SynapticOperations, result.Spikes, result.Potentials);
            }
            """;
    }

    private static string Values(SpikingNetwork network) => $$"""
            private static void Values(Transcript transcript, int sample, SampleInput input)
            {
                byte[] bytes = input.Bytes(Network.InputSize);
                transcript.Begin(sample, "bytes");
                Write(transcript, Network.Run(bytes));
                transcript.Begin(sample, "floats");
                Write(transcript, Network.Run(input.Floats(Network.InputSize, {{Literal(network.Input.Scale)}}, {{Literal(network.Input.Offset)}})));
                {{(network.Input.Encoding == InputEncoding.Current ? Held : "")}}
            }
        """;

    private static string Literal(float value) => value.ToString("G9", CultureInfo.InvariantCulture) + "f";

    private const string Held = """
            transcript.Begin(sample, "held");
                Network.State state = default;
                Network.Hold(ref state, bytes);
                for (int step = 0; step < Network.TimeSteps; step++)
                {
                    Network.Step(ref state, out Network.Result result);
                    Write(transcript, in state, step);
                    if (step == Network.TimeSteps - 1)
                        Write(transcript, result);
                }
        """;
}
