using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>The neurons of a layer: currents are integrated, thresholds crossed, and spikes listed in ascending order.</summary>
internal static class PortableNeuronEmitter
{
    public static void Write(PortableContext context, PortableLayer layer) => context.Method(
        $"private void Fire{PortableNames.Layer(layer)}({context.Numbers.Number}[] currents{(layer.HasHost ? ", int[] host" : "")})",
        () =>
        {
            if (layer.Loihi is { } neuron)
                PortableLoihiEmitter.WriteFire(context, layer, neuron);
            else if (layer.Membrane is { } membrane)
                PortableMembraneEmitter.WriteStep(context, layer, membrane);
            else if (layer.Dynamics is { } dynamics)
                WriteFire(context, layer, dynamics);
            else
                WriteIntegrate(context, layer);
        });

    private static void WriteIntegrate(PortableContext context, PortableLayer layer)
    {
        context.Writer.Lines($"{context.Numbers.Number}[] potentials = _potentials{Literal.Of(layer.Index)};");
        using (context.Writer.Block($"for (int j = 0; j < {Literal.Of(layer.Neurons)}; j++)"))
        {
            context.Writer.Lines(context.Numbers.Integrate("potentials[j]", "currents[j]"));
            context.Writer.Lines("potentials[j] = v;");
        }
    }

    private static void WriteFire(PortableContext context, PortableLayer layer, NeuronDynamics dynamics)
    {
        SourceWriter writer = context.Writer;
        WriteLocals(context, layer);
        using (writer.Block(PortableParameters.Loop(layer.Neurons, layer.Threshold)))
        {
            WriteCurrent(context, dynamics);
            string before = dynamics.Leak < 1 ? context.Numbers.Leak(dynamics.Leak, dynamics.LeakForm, "potentials[j]") : "potentials[j]";
            writer.Lines(context.Numbers.Integrate(before, "current"));
            string threshold = PortableParameters.At(layer.Threshold, "thresholds", layer.Neurons);
            using (writer.Block($"if (v >= {threshold})"))
            {
                writer.Lines($"v = {(dynamics.Reset == ResetMode.Subtract ? context.Numbers.Subtract("v", threshold) : "0")};");
                writer.Lines("spikes[count] = j;\ncount++;");
                if (layer.Rests)
                    writer.Lines($"refractory[j] = {Literal.Of(dynamics.Refractory)};");
            }
            writer.Continue();
            writer.Lines("potentials[j] = v;");
        }
        WriteCounts(context, layer);
    }

    /// <summary>Statements after the last neuron.</summary>
    public static void WriteCounts(PortableContext context, PortableLayer layer)
    {
        context.Writer.Lines($"_spikeCount{Literal.Of(layer.Index)} = count;\n_spikes += count;");
        if (context.Plan.HasScores && layer == context.Plan.Readout)
            WriteScores(context);
    }

    /// <summary>Locals of a layer's state.</summary>
    public static void WriteLocals(PortableContext context, PortableLayer layer)
    {
        string index = Literal.Of(layer.Index), number = context.Numbers.Number;
        context.Writer.Lines($"{number}[] potentials = _potentials{index};");
        if (layer.HasSynapses)
            context.Writer.Lines($"{number}[] synaptic = _synaptic{index};");
        if (layer.Rests)
            context.Writer.Lines($"{(layer.RestsBriefly ? "byte" : "int")}[] refractory = _refractory{index};");
        if (layer.Spikes && layer.Threshold.Count > 1)
            context.Writer.Lines($"{PortableNames.Element(layer.Threshold)}[] thresholds = Tables.{PortableNames.Threshold(layer)};");
        if (layer.Spikes)
            context.Writer.Lines($"int[] spikes = _spikes{index};\nint count = 0;");
    }

    private static void WriteCurrent(PortableContext context, NeuronDynamics dynamics)
    {
        if (dynamics.SynapticLeak is { } leak)
        {
            context.Writer.Lines($"{context.Numbers.Number} current = {context.Numbers.Add(context.Numbers.Leak(leak, dynamics.LeakForm, "synaptic[j]"), "currents[j]")};");
            context.Optional(context.Numbers.SaturateCurrent("current"));
            context.Writer.Lines("synaptic[j] = current;");
        }
        else
        {
            context.Writer.Lines($"{context.Numbers.Number} current = currents[j];");
        }
        if (dynamics.Refractory == 0)
            return;
        using (context.Writer.Block("if (refractory[j] > 0)"))
            context.Writer.Lines("refractory[j]--;\ncontinue;");
    }

    private static void WriteScores(PortableContext context) => context.Writer.Lines(context.Plan.Output.Readout == Readout.Count
        ? """
            for (int e = 0; e < count; e++)
                _scores[spikes[e]]++;
            """
        : """
            int score = int.MaxValue - (_stepCount < int.MaxValue ? (int)_stepCount : int.MaxValue - 1);
            for (int e = 0; e < count; e++)
                if (_scores[spikes[e]] == 0)
                    _scores[spikes[e]] = score;
            """);
}
