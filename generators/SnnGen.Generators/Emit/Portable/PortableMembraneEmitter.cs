using SnnGen.Generators.Emit.Text;
using SnnGen.Generators.Planning.Portable;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Emit.Portable;

/// <summary>Neurons whose parameters differ, spiking or not.</summary>
internal static class PortableMembraneEmitter
{
    public static void WriteStep(PortableContext context, PortableLayer layer, PortableMembrane membrane)
    {
        SourceWriter writer = context.Writer;
        PortableNumbers numbers = context.Numbers;
        PortableNeuronEmitter.WriteLocals(context, layer);
        PortableTable[] tables = [.. membrane.Tables.Select(entry => entry.Table), .. layer.Spikes ? [layer.Threshold] : Array.Empty<PortableTable>()];
        using (writer.Block(PortableParameters.Loop(layer.Neurons, tables)))
        {
            writer.Lines($"{numbers.Number} current = currents[j];");
            if (membrane.SynapticLeak is { } synapticLeak)
            {
                writer.Lines($"current = {numbers.Add(numbers.Share("synaptic[j]", At("SynapticLeak", synapticLeak)), "current")};");
                context.Optional(numbers.SaturateCurrent("current"));
                writer.Lines("synaptic[j] = current;");
            }
            if (membrane.Drive is { } drive)
            {
                writer.Lines($"current = {numbers.Add("current", At("Drive", drive))};");
                context.Optional(numbers.SaturateCurrent("current"));
            }
            writer.Lines(numbers.Integrate(numbers.Share("potentials[j]", At("Leak", membrane.Leak)), "current"));
            if (membrane.Floor is { } floor)
                writer.Lines($"if (v < {At("Floor", floor)})\n    v = {At("Floor", floor)};");
            if (layer.Neuron is HeterogeneousNeuron neuron)
                WriteSpike(context, layer, neuron, At("ResetValue", membrane.ResetValue!));
            writer.Lines("potentials[j] = v;");
        }
        if (layer.Spikes)
            PortableNeuronEmitter.WriteCounts(context, layer);

        string At(string name, PortableTable table) => PortableParameters.At(table, $"Tables.{PortableNames.Layer(layer)}{name}", layer.Neurons);
    }

    private static void WriteSpike(PortableContext context, PortableLayer layer, HeterogeneousNeuron neuron, string resetValue)
    {
        string threshold = PortableParameters.At(layer.Threshold, "thresholds", layer.Neurons);
        using (context.Writer.Block($"if (v {(neuron.Rule == FiringRule.Above ? ">" : ">=")} {threshold})"))
        {
            context.Writer.Lines($"v = {(neuron.Reset == ResetMode.Subtract ? context.Numbers.Subtract("v", resetValue) : resetValue)};");
            if (neuron.Reset == ResetMode.Subtract)
                context.Optional(context.Numbers.Confine("v"));
            context.Writer.Lines("spikes[count] = j;\ncount++;");
        }
        context.Writer.Continue();
    }
}
