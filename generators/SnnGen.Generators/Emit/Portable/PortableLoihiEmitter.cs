using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>A layer of Loihi's neurons, in the chip's integers: an analog input enters the bias, spikes the synaptic current.</summary>
internal static class PortableLoihiEmitter
{
    private const int DecayUnit = 1 << LoihiNeuron.DecayBits;

    /// <summary>One step of the layer; <c>currents</c> is a local.</summary>
    public static void WriteStep(PortableContext context, PortableLayer layer)
    {
        string index = Literal.Of(layer.Index), size = Literal.Of(layer.Neurons);
        context.Writer.Lines($"global::System.Array.Clear(currents, 0, {size});");
        if (layer.HasHost)
        {
            context.Writer.Lines($"""
                int[] host = inputs == null ? _held{index} : _host;
                if (inputs != null)
                    global::System.Array.Clear(host, 0, {size});
                """);
        }
        foreach (PortableProjection projection in layer.Projections)
            context.Writer.Lines(PortableProjectionEmitter.Call(context, layer, projection, projection.IsAnalog ? "host" : "currents"));
        context.Writer.Lines($"FireLayer{index}(currents{(layer.HasHost ? ", host" : "")});");
    }

    /// <summary>The neurons.</summary>
    public static void WriteFire(PortableContext context, PortableLayer layer, LoihiNeuron neuron)
    {
        PortableNeuronEmitter.WriteLocals(context, layer);
        if (layer.Bias.Count > 1)
            context.Writer.Lines($"{PortableNames.Element(layer.Bias)}[] biases = Tables.{PortableNames.Bias(layer)};");
        using (context.Writer.Block(PortableParameters.Loop(layer.Neurons, layer.Threshold, layer.Bias)))
        {
            WriteCurrent(context, layer, neuron);
            WriteBias(context, layer, neuron);
            WritePotential(context, layer, neuron);
        }
        PortableNeuronEmitter.WriteCounts(context, layer);
    }

    // One wrap brings u back into 24 bits: the file is valid only if it does.
    private static void WriteCurrent(PortableContext context, PortableLayer layer, LoihiNeuron neuron)
    {
        string limit = Literal.Of(LoihiNeuron.StateLimit), range = Literal.Of(2 * LoihiNeuron.StateLimit);
        string left = neuron.WeightExponent < 0 ? $">> {Literal.Of(-neuron.WeightExponent)} << {Literal.Of(LoihiNeuron.Alignment)}"
            : $"<< {Literal.Of(neuron.WeightExponent + LoihiNeuron.Alignment)}";
        string decayed = layer.HasSynapses ? Decay("synaptic[j]", neuron.CurrentDecay + 1) + " + " : "";
        context.Writer.Lines($"""
            int u = {decayed}(currents[j] {left});
            if (u > {limit})
                u -= {range};
            else if (u <= -{limit})
                u += {range};
            """);
        if (layer.HasSynapses)
            context.Writer.Lines("synaptic[j] = u;");
    }

    // Only the sum with what the host adds has the register's width.
    private static void WriteBias(PortableContext context, PortableLayer layer, LoihiNeuron neuron)
    {
        string bias = PortableParameters.At(layer.Bias, "biases", layer.Neurons), most = Literal.Of(LoihiNeuron.LargestBias);
        string least = Literal.Of(-LoihiNeuron.LargestBias - 1);
        context.Writer.Lines(!layer.HasHost ? $"int bias = {bias};" : $"""
            int bias = {bias} + (host[j] >> {Literal.Of(neuron.InputShift)});
            if (bias > {most})
                bias = {most};
            if (bias < {least})
                bias = {least};
            """);
    }

    private static void WritePotential(PortableContext context, PortableLayer layer, LoihiNeuron neuron)
    {
        string most = Literal.Of(LoihiNeuron.StateLimit - 1), exponent = Literal.Of(Math.Abs(neuron.BiasExponent));
        string threshold = PortableParameters.At(layer.Threshold, "thresholds", layer.Neurons);
        context.Writer.Lines($"""
            int v = {Decay("potentials[j]", neuron.PotentialDecay)} + u + (bias {(neuron.BiasExponent < 0 ? ">>" : "<<")} {exponent});
            if (v > {most})
                v = {most};
            if (v < -{most})
                v = -{most};
            """);
        using (context.Writer.Block($"if (v > {threshold} << {Literal.Of(LoihiNeuron.Alignment)})"))
            context.Writer.Lines("v = 0;\nspikes[count] = j;\ncount++;");
        context.Writer.Continue();
        context.Writer.Lines("potentials[j] = v;");
    }

    // Integer division rounds toward zero.
    private static string Decay(string value, int decay) => decay == 0 ? value
        : $"(int)((long){value} * {Literal.Of(DecayUnit - decay)} / {Literal.Of(DecayUnit)})";
}
