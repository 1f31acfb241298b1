using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>Layers of the drafts: numbers for names, tensors for values.</summary>
internal sealed class LayerAssembly(IReadOnlyList<DraftLayer> order, NirInput input, NirImportOptions options, ImportFault fault)
{
    private static readonly Float32Tensor s_zero = One(0), s_one = One(1);

    private readonly Dictionary<string, int> _indices = order.Select((layer, index) => (layer.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index);

    private readonly ProjectionBuilder _builder = new(fault);

    /// <summary>The layer of a draft. Projections without a delay come first.</summary>
    public SpikingLayer Assemble(DraftLayer draft)
    {
        Projection[] projections = [.. draft.Projections.OrderBy(projection => projection.IsLate).Select(projection => Build(projection, draft))];
        Population population = draft.Population;
        NeuronRules rules = draft.Rules;
        var membrane = new Membrane(
            rules.SynapticLeak is null ? null : population.Parameter(rules.SynapticLeak), population.Parameter(rules.Leak), rules.Drive is null ? null : population.Parameter(rules.Drive))
        {
            Floor = rules.Floor is null ? null : population.Parameter(rules.Floor),
        };
        NeuronModel neuron = rules.Threshold is null
            ? new LeakyIntegrator(membrane)
            : new HeterogeneousNeuron(
                draft.IsThreshold ? ResetMode.Zero : options.Reset ?? options.Convention.Reset,
                draft.IsThreshold ? FiringRule.Above : options.Convention.Rule, membrane, population.Parameter(rules.ResetValue));
        return new SpikingLayer(
            draft.Name, population.LayerShape, projections.ToEquatableArray(), null, Bias(draft),
            rules.Threshold is null ? s_one : population.Parameter(rules.Threshold), s_zero, neuron);
    }

    private Projection Build(DraftProjection draft, DraftLayer target)
    {
        bool fromInput = draft.Source == input.Name;
        Population source = fromInput ? new Population(input.Name, input.Shape, Shapes.Map(input.Shape), IsInput: true) : order[_indices[draft.Source]].Population;
        if (fromInput && options.Encoding == InputEncoding.Current && (draft.Chain.Delay > 0 || draft.Chain.Delays is not null))
            throw fault.Setting($"a delay follows the input '{input.Name}', but values that are held have none; choose Encoding Events");
        return _builder.Build(fromInput ? Projection.NetworkInput : _indices[draft.Source], source, draft.Delayed, target.Population, target.Rules.Gain)!;
    }

    // Biases of all ways are added in double precision, multiplied by the gain and rounded once.
    private static Float32Tensor Bias(DraftLayer draft)
    {
        var sum = new double[draft.Population.Size];
        foreach (double[] bias in draft.Projections.Select(projection => projection.Chain.Bias).OfType<double[]>())
            for (int j = 0; j < sum.Length; j++)
                sum[j] += bias[j];
        return draft.Population.Parameter([.. sum.Zip(draft.Rules.Gain, (bias, gain) => bias * gain)]);
    }

    private static Float32Tensor One(float value) => new(TensorShape.Of(1), new EquatableArray<float>([value]));
}
