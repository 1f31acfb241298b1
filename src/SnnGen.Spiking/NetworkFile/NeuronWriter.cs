using System.Text.Json;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>Writes the neuron model of a layer.</summary>
internal static class NeuronWriter
{
    public static void Write(Utf8JsonWriter json, NeuronModel neuron, bool shapeOnly)
    {
        json.WriteStartObject("neuron");
        json.WriteString("kind", NetworkFileFormat.Name(neuron));
        if (neuron is LoihiNeuron loihi)
            WriteLoihi(json, loihi);
        else if (Membrane.Of(neuron) is { } membrane)
            WriteMembrane(json, neuron, membrane, shapeOnly);
        else if (neuron is SpikingNeuron spiking)
            WriteDynamics(json, spiking, NeuronDynamics.Of(spiking));
        json.WriteEndObject();
    }

    private static void WriteDynamics(Utf8JsonWriter json, SpikingNeuron neuron, NeuronDynamics dynamics)
    {
        json.WriteString("reset", NetworkFileFormat.Name(dynamics.Reset));
        if (dynamics.SynapticLeak is { } synapticLeak)
            json.WriteNumber("synapticLeak", synapticLeak);
        if (neuron is not IntegrateAndFire)
            json.WriteNumber("leak", dynamics.Leak);
        if (dynamics.LeakForm != default)
            json.WriteString("leakForm", NetworkFileFormat.Name(dynamics.LeakForm));
        if (dynamics.Refractory > 0)
            json.WriteNumber("refractory", dynamics.Refractory);
    }

    private static void WriteMembrane(Utf8JsonWriter json, NeuronModel neuron, Membrane membrane, bool shapeOnly)
    {
        var spiking = neuron as HeterogeneousNeuron;
        if (spiking is not null)
        {
            json.WriteString("reset", NetworkFileFormat.Name(spiking.Reset));
            json.WriteString("fires", NetworkFileFormat.Name(spiking.Rule));
        }
        (string Name, Tensor? Tensor)[] tensors =
            [("synapticLeak", membrane.SynapticLeak), ("leak", membrane.Leak), ("drive", membrane.Drive), ("floor", membrane.Floor), ("resetValue", spiking?.ResetValue)];
        foreach ((string name, Tensor? tensor) in tensors)
        {
            if (tensor is not null && shapeOnly)
                json.WriteNull(name);
            else if (tensor is not null)
                LayerWriter.WriteTensor(json, name, tensor);
        }
    }

    private static void WriteLoihi(Utf8JsonWriter json, LoihiNeuron neuron)
    {
        json.WriteNumber("du", neuron.CurrentDecay);
        json.WriteNumber("dv", neuron.PotentialDecay);
        json.WriteNumber("weightExponent", neuron.WeightExponent);
        json.WriteNumber("biasExponent", neuron.BiasExponent);
        json.WriteNumber("inputShift", neuron.InputShift);
    }
}
