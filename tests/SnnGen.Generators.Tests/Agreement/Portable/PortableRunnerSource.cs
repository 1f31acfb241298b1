using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>Writes the <see cref="IPortableRunner"/> of a generated class, in C# 7.3; entry points it lacks throw.</summary>
internal static class PortableRunnerSource
{
    private const string Lacks = "throw new NotSupportedException();";

    public static string Write(string className, SpikingNetwork network)
    {
        bool takesValues = network.Input.Encoding != InputEncoding.Events, isFloat = network.Arithmetic is Float32Arithmetic;
        bool takesFloats = takesValues && isFloat, hasScores = network.Output.Readout != Readout.Potential;
        int[] layers = [.. network.Layers.Where(layer => layer.Neuron is SpikingNeuron).Select(layer => layer.Neurons)];
        return Template
            .Replace("NET", className)
            .Replace("/*count*/", network.Layers.Count.ToString())
            .Replace("/*layers*/", string.Join(", ", layers))
            .Replace("/*run bytes*/", takesValues ? "return Wrap(_network.Run(input), false);" : Lacks)
            .Replace("/*run floats*/", takesFloats ? "return Wrap(_network.Run(input), false);" : Lacks)
            .Replace("/*hold bytes*/", takesValues ? Hold : Lacks)
            .Replace("/*hold floats*/", takesFloats ? Hold : Lacks)
            .Replace("/*seed*/", network.Input.Encoding == InputEncoding.Poisson ? "_network.Seed = seed;" : "")
            .Replace("/*value*/", !hasScores && isFloat ? "_network.Value(output)" : "0f")
            .Replace("/*score*/", hasScores ? "_network.GetScore(output)" : "0")
            .Replace("/*allocate bytes*/", takesValues ? "_network.Run(bytes); _network.Hold(bytes); _network.Step();" : "")
            .Replace("/*allocate floats*/", takesFloats ? "_network.Run(floats); _network.Hold(floats); _network.Step();" : "");
    }

    private const string Hold = """
        _network.Reset();
                _network.Hold(input);
                var outcomes = new PortableOutcome[steps];
                for (int step = 0; step < steps; step++)
                    outcomes[step] = Wrap(-1, _network.Step());
                return WithState(outcomes);
        """;

    private const string Template = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Reflection;
        using SnnGen.Generators.Tests.Agreement.Portable;
        namespace Runners
        {
        #pragma warning disable CS1591
        public sealed class NETRunner : IPortableRunner
        {
            private readonly App.NET _network = new App.NET();
            private static readonly int[] s_layers = { /*layers*/ };
            private static readonly int[] s_all = Enumerable.Range(0, /*count*/).ToArray();
            private readonly int[][] _lists = s_layers.Select(size => new int[size]).ToArray();
            private float _sum;
            public PortableOutcome Run(byte[] input) { /*run bytes*/ }
            public PortableOutcome Run(float[] input) { /*run floats*/ }
            public PortableOutcome Run(int[] steps, int[] inputs, int count) { return Wrap(_network.Run(steps, inputs, count), false); }
            public PortableOutcome[] HoldAndStep(byte[] input, int steps) { /*hold bytes*/ }
            public PortableOutcome[] HoldAndStep(float[] input, int steps) { /*hold floats*/ }
            public PortableOutcome[] Step(int[][] frames)
            {
                _network.Reset();
                var outcomes = new PortableOutcome[frames.Length];
                for (int step = 0; step < frames.Length; step++)
                    outcomes[step] = Wrap(-1, _network.Step(frames[step], frames[step].Length));
                return WithState(outcomes);
            }
            private PortableOutcome[] WithState(PortableOutcome[] outcomes)
            {
                outcomes[outcomes.Length - 1].LayerPotentials = s_all.Select(layer => Values("_potentials" + layer)).ToArray();
                outcomes[outcomes.Length - 1].LayerCurrents = s_all.Select(layer => Values("_synaptic" + layer)).ToArray();
                return outcomes;
            }
            private double[] Values(string name)
            {
                FieldInfo field = typeof(App.NET).GetField(name, BindingFlags.Instance | BindingFlags.NonPublic);
                return field == null ? new double[0] : ((Array)field.GetValue(_network)).Cast<object>().Select(Convert.ToDouble).ToArray();
            }
            public void SetSeed(int seed) { /*seed*/ }
            public (long Tables, long State) ArrayBytes()
            {
                const BindingFlags all = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
                Type tables = typeof(App.NET).GetNestedType("Tables", all);
                return (tables.GetFields(all).Sum(f => Bytes(f.GetValue(null))), typeof(App.NET).GetFields(all).Sum(f => f.IsLiteral ? 0 : Bytes(f.GetValue(_network))));
            }
            private static long Bytes(object value) { return value is Array ? Buffer.ByteLength((Array)value) : 0; }
            public long AllocatedBytes(byte[] bytes, float[] floats, int calls)
            {
                int[] steps = { 0 }, inputs = { 0 };
                CallAll(bytes, floats, steps, inputs, 2);
                long least = long.MaxValue;
                for (int round = 0; round < 5 && least > 0; round++)
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    CallAll(bytes, floats, steps, inputs, calls);
                    least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                }
                return least;
            }
            private void CallAll(byte[] bytes, float[] floats, int[] steps, int[] inputs, int calls)
            {
                for (int call = 0; call < calls; call++)
                {
                    _network.Run(steps, inputs, 1);
                    /*allocate bytes*/
                    /*allocate floats*/
                    _network.Step(inputs, 1);
                    for (int layer = 0; layer < _lists.Length; layer++) _network.LayerSpikes(layer, _lists[layer]);
                    int output = 0;
                    _sum += _network.Class + (float)_network.Margin + _network.Spikes + _network.SynapticOperations + _network.StepCount
                        + (float)_network.GetPotential(output) + /*value*/ + /*score*/;
                    _network.Reset();
                }
            }
            private PortableOutcome Wrap(int returned, bool news)
            {
                var outputs = Enumerable.Range(0, App.NET.OutputSize);
                int[][] spikes = _lists.Select((list, layer) => list.Take(_network.LayerSpikes(layer, list)).ToArray()).ToArray();
                return new PortableOutcome(
                    outputs.Select(output => (double)_network.GetPotential(output)).ToArray(), outputs.Select(output => /*value*/).ToArray(),
                    outputs.Select(output => /*score*/).ToArray(), returned, _network.Class, _network.Margin,
                    _network.SynapticOperations, _network.Spikes, _network.StepCount, spikes, news);
            }
        }
        }
        """;
}
