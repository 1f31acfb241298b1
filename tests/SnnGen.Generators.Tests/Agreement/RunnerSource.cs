using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Agreement;

/// <summary>Writes the <see cref="INetworkRunner"/> of a generated class; entry points it lacks throw.</summary>
internal static class RunnerSource
{
    public static string Write(string className, SpikingNetwork network)
    {
        bool takesValues = network.Input.Encoding != InputEncoding.Events;
        bool holds = network.Input.Encoding == InputEncoding.Current;
        return Template
            .Replace("NET", className)
            .Replace("SIZES", string.Join(", ", network.Layers.Select(layer => layer.Neurons)))
            .Replace("NUMBER", network.Arithmetic is FixedPointArithmetic ? "int" : "float")
            .Replace("/*use*/", holds ? $"App.{className}.Hold(ref state, new byte[App.{className}.InputSize]);" : "")
            .Replace("LAYERS", network.Layers.Count(layer => layer.Neuron is SpikingNeuron).ToString())
            .Replace("/*values*/", network.Output.Readout == Readout.Potential ? "Enumerable.Range(0, App." + className + ".OutputSize).Select(result.Value).ToArray()" : "Array.Empty<float>()")
            .Replace("/*scores*/", network.Output.Readout == Readout.Potential ? "new int[App." + className + ".OutputSize]" : "result.Scores.ToArray()")
            .Replace("/*value*/", network.Output.Readout == Readout.Potential ? ".Value(0)" : "")
            .Replace("/*run*/", takesValues ? "var result = App." + className + ".Run(input); Batch(input, result.Class); return Wrap(result);" : "throw new NotSupportedException();")
            .Replace("/*batch*/", takesValues ? $"App.{className}.Run(input.Concat(input).ToArray(), classes);" : "classes.Fill(expected);")
            .Replace("/*hold*/", holds
                ? $$"""
                    var state = Used();
                    var outcomes = new Outcome[steps];
                    App.{{className}}.Hold(ref state, input);
                    for (int step = 0; step < steps; step++)
                    {
                        bool news = App.{{className}}.Step(ref state, out var result);
                        outcomes[step] = Wrap(result, state, news);
                    }
                    return WithPotentials(outcomes, state);
                """
                : "throw new NotSupportedException();")
            .Replace("/*step sequence*/", holds
                ? $$"""
                    var state = Used();
                    var outcomes = new Outcome[frames.Length];
                    for (int step = 0; step < frames.Length; step++)
                    {
                        App.{{className}}.Hold(ref state, frames[step]);
                        bool news = App.{{className}}.Step(ref state, out var result);
                        outcomes[step] = Wrap(result, state, news);
                    }
                    return WithPotentials(outcomes, state);
                """
                : "throw new NotSupportedException();")
            .Replace("/*sequence*/", holds ? $"return Wrap(App.{className}.RunSequence(sequence));" : "throw new NotSupportedException();")
            .Replace("/*allocate values*/", takesValues ? $"App.{className}.Run(bytes); App.{className}.Run(floats); App.{className}.Run(bytes, classes); App.{className}.Run(floats, classes);" : "")
            .Replace("/*allocate holds*/", holds
                ? $"App.{className}.Hold(ref state, bytes); App.{className}.Hold(ref state, floats); App.{className}.Step(ref state, out _);"
                : "");
    }

    private const string Template = """
        using System;
        using System.Linq;
        using SnnGen.Generators.Tests.Agreement;
        namespace Runners
        {
        #pragma warning disable CS1591
        public sealed class NETRunner : INetworkRunner
        {
            public Outcome Run(byte[] input) { /*run*/ }
            public Outcome Run(float[] input) { /*run*/ }
            private static void Batch(byte[] input, int expected)
            {
                Span<int> classes = new int[2];
                /*batch*/
                if (classes[0] != expected || classes[1] != expected) throw new InvalidOperationException("batch");
            }
            private static void Batch(float[] input, int expected)
            {
                Span<int> classes = new int[2];
                /*batch*/
                if (classes[0] != expected || classes[1] != expected) throw new InvalidOperationException("batch");
            }
            public Outcome RunSequence(float[] sequence) { /*sequence*/ }
            public Outcome[] StepSequence(float[][] frames) { /*step sequence*/ }
            public Outcome RunTrain(bool[][] spikes)
            {
                App.NET.SpikeTrain train = default;
                for (int step = 0; step < spikes.Length; step++)
                    for (int i = 0; i < spikes[step].Length; i++)
                        train[step, i] = spikes[step][i];
                for (int step = 0; step < spikes.Length; step++)
                    for (int i = 0; i < spikes[step].Length; i++)
                        if (train[step, i] != spikes[step][i]) throw new InvalidOperationException("indexer");
                return Wrap(App.NET.Run(in train));
            }
            public Outcome RunEvents((int Step, int Input)[] events) =>
                Wrap(App.NET.Run(App.NET.SpikeTrain.FromEvents(events.Select(e => new App.NET.SpikeEvent(e.Step, e.Input)).ToArray())));
            public Outcome[] HoldAndStep(byte[] input, int steps) { /*hold*/ }
            public Outcome[] HoldAndStep(float[] input, int steps) { /*hold*/ }
            public Outcome[] StepFrames(ulong[][] frames)
            {
                var state = Used();
                var outcomes = new Outcome[frames.Length];
                for (int step = 0; step < frames.Length; step++)
                {
                    App.NET.Result result;
                    bool news = step % 2 == 0
                        ? App.NET.Step(ref state, frames[step], out result)
                        : App.NET.Step(ref state, Events(frames[step]), out result);
                    outcomes[step] = Wrap(result, state, news);
                    var saved = new byte[App.NET.State.SavedBytes];
                    state.Save(saved);
                    state = App.NET.State.Restore(saved);
                }
                if (state.StepCount != frames.Length) throw new InvalidOperationException("StepCount");
                return WithPotentials(outcomes, state);
            }
            // A state that has seen much and is reset is as good as a new one.
            private static App.NET.State Used()
            {
                var state = default(App.NET.State);
                var frame = new ulong[(App.NET.InputSize + 63) / 64];
                for (int i = 0; i < App.NET.InputSize; i++) frame[i >> 6] |= 1UL << (i & 63);
                /*use*/
                App.NET.Step(ref state, frame, out _);
                App.NET.Step(ref state, frame, out _);
                state.Reset();
                return state;
            }
            // The bytes of a state begin with the potentials of all layers, each padded to whole vectors.
            private static Outcome[] WithPotentials(Outcome[] outcomes, in App.NET.State state)
            {
                int[] sizes = { SIZES };
                var bytes = new byte[App.NET.State.SavedBytes];
                state.Save(bytes);
                var values = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, NUMBER>(bytes);
                var potentials = new double[sizes.Length][];
                int start = 0;
                for (int layer = 0; layer < sizes.Length; layer++)
                {
                    potentials[layer] = values.Slice(start, sizes[layer]).ToArray().Select(v => (double)v).ToArray();
                    start += (sizes[layer] + 15) / 16 * 16;
                }
                outcomes[outcomes.Length - 1] = outcomes[outcomes.Length - 1] with { LayerPotentials = potentials };
                return outcomes;
            }
            private static int[] Events(ulong[] frame) =>
                Enumerable.Range(0, App.NET.InputSize).Where(i => (frame[i >> 6] >> (i & 63) & 1) != 0).Reverse().ToArray();
            public ulong[][] Encode(byte[] input) => Frames(App.NET.SpikeTrain.Encode(input));
            public ulong[][] Encode(float[] input) => Frames(App.NET.SpikeTrain.Encode(input));
            public long AllocatedBytes(byte[] bytes, float[] floats, ulong[] frame, int calls)
            {
                CallAll(bytes, floats, frame, 2);
                long least = long.MaxValue;
                for (int round = 0; round < 5 && least > 0; round++)
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    CallAll(bytes, floats, frame, calls);
                    least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                }
                return least;
            }
            private static void CallAll(byte[] bytes, float[] floats, ulong[] frame, int calls)
            {
                Span<byte> saved = stackalloc byte[App.NET.State.SavedBytes];
                ReadOnlySpan<int> first = [0];
                Span<int> classes = stackalloc int[1];
                Span<App.NET.SpikeEvent> events = [new App.NET.SpikeEvent(0, 0)];
                for (int call = 0; call < calls; call++)
                {
                    var state = default(App.NET.State);
                    App.NET.Run(App.NET.SpikeTrain.Encode(bytes))/*value*/;
                    App.NET.Run(App.NET.SpikeTrain.Encode(floats));
                    App.NET.Run(App.NET.SpikeTrain.FromEvents(events));
                    /*allocate values*/
                    /*allocate holds*/
                    App.NET.Step(ref state, frame, out _);
                    App.NET.Step(ref state, first, out _);
                    state.Save(saved);
                    state = App.NET.State.Restore(saved);
                    state.Reset();
                }
            }
            private static ulong[][] Frames(in App.NET.SpikeTrain train)
            {
                var frames = new ulong[App.NET.TimeSteps][];
                for (int step = 0; step < frames.Length; step++) frames[step] = train.Frame(step).ToArray();
                return frames;
            }
            private static float[] Values(App.NET.Result result) => /*values*/;
            private static Outcome Wrap(in App.NET.Result result) => new(
                result.Potentials.ToArray().Select(v => (double)v).ToArray(), Values(result), /*scores*/, result.Class, result.Margin, result.Steps,
                result.SynapticOperations, result.Spikes, Array.Empty<ulong[]>());
            private static Outcome Wrap(in App.NET.Result result, in App.NET.State state, bool news)
            {
                var hidden = new ulong[LAYERS][];
                for (int layer = 0; layer < hidden.Length; layer++) hidden[layer] = state.LayerSpikes(layer).ToArray();
                return Wrap(result) with { HiddenSpikes = hidden, IsNews = news };
            }
        }
        }
        """;
}
