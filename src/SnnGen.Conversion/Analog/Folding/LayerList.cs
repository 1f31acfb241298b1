using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>The layers found so far. A layer is never changed: a variant of it is another one, and what nobody takes is left out.</summary>
/// <param name="inputShape">Shape of one input, without batch.</param>
/// <param name="budget">What they may take.</param>
internal sealed class LayerList(TensorShape inputShape, FoldingBudget budget)
{
    private readonly List<AnalogLayer> _layers = [];

    /// <summary>What they may take.</summary>
    public FoldingBudget Budget => budget;

    /// <summary>Number of values of a source.</summary>
    public int SizeOf(int source) => source == Projection.NetworkInput ? inputShape.Size : _layers[source].Units;

    /// <summary>Whether a convolution may take the source as a map: all places of a channel must share one rate code.</summary>
    public bool CanBeMap(int source, FeatureMap map, ChannelOrder order) =>
        source == Projection.NetworkInput || (order == ChannelOrder.Last && _layers[source].Channels == map.Channels);

    /// <summary>φ of a signal.</summary>
    /// <param name="name">Name of the layer where the signal has none.</param>
    /// <param name="signal">The signal.</param>
    /// <param name="activation">φ.</param>
    public Signal Activate(string name, Signal signal, Activation activation)
    {
        if (signal.PlainSource is >= 0 and int source
            && ActivationComposition.Compose(_layers[source].Activation, activation) is { } both)
            return Add(_layers[source] with { Activation = both }, signal.Map);
        return Add(LayerOf(signal.Name ?? name, signal, activation), signal.Map);
    }

    /// <summary>The signal without pooling: a pooled one becomes a layer that is linear otherwise.</summary>
    public Signal Unpooled(string name, Signal signal) =>
        signal.Pooling is null ? signal : Activate(name, signal, new Identity());

    /// <summary>The signal without convolutions that are not layers yet: they become one that is linear otherwise.</summary>
    public Signal WithoutConvolutions(string name, Signal signal) =>
        signal.Terms.Any(term => term is ProjectedTerm { Projection.Connection: AnalogConvolution }) ? Activate(name, signal, new Identity()) : signal;

    /// <summary>Maxima over windows.</summary>
    public Signal Pool(string name, Signal signal, SlidingWindow window)
    {
        // φ never decreases: the maximum of φ is φ of the maximum.
        if (signal.PlainSource is >= 0 and int source && _layers[source] is { Pooling: null } layer && HasPlaces(layer))
            return Add(layer with { Pooling = window, Shape = Shape(window.Output) }, window.Output);
        return Unpooled(name, signal) with { Map = window.Output, Pooling = window };
    }

    /// <summary>The layers that the last one, <paramref name="output"/>, needs; it becomes linear, and what followed it is said besides.</summary>
    public (ImmutableArray<AnalogLayer> Layers, OutputFunction Function) Finish(string name, Signal output)
    {
        if (output.PlainSource is >= 0 and int last && FunctionOf(_layers[last].Activation) is { } function)
            return (LiveLayers.Of([.. _layers, _layers[last] with { Activation = new Identity() }]), function);
        return (LiveLayers.Of([.. _layers, LayerOf(output.Name ?? name, output, new Identity())]), OutputFunction.Identity);
    }

    private static OutputFunction? FunctionOf(Activation activation) => activation switch
    {
        Tanh => OutputFunction.Tanh,
        Sigmoid => OutputFunction.Sigmoid,
        Relu { Floor: 0, Ceiling: double.PositiveInfinity } => OutputFunction.Relu,
        _ => null,
    };

    private static bool HasPlaces(AnalogLayer layer) => layer.Projections[0].Connection is AnalogConvolution;

    private static TensorShape Shape(FeatureMap map) => TensorShape.Of(map.Height, map.Width, map.Channels);

    private Signal Add(AnalogLayer layer, FeatureMap map)
    {
        _layers.Add(layer);
        return Signal.Of(_layers.Count - 1, map);
    }

    private AnalogLayer LayerOf(string name, Signal signal, Activation activation)
    {
        FeatureMap summed = signal.Pooling?.Input ?? signal.Map;
        bool isMap = summed.Height * summed.Width > 1 || signal.Terms.Any(term => term is ProjectedTerm { Projection.Connection: AnalogConvolution });
        AnalogProjection?[] projections = [.. signal.Terms.Select(term => isMap ? Convolution(term, summed) : null)];
        if (projections.All(projection => projection is not null))
            return new AnalogLayer(
                name, Shape(signal.Map), [.. projections.Select(p => p!)], signal.Pooling, Channelwise.Of(signal.Shift, summed.Channels) ?? signal.Shift, activation);
        if (signal.Pooling is not null)
            throw new UnfoldableException($"the maximum is over values of '{name}' that no convolution computes");
        return new AnalogLayer(
            name, TensorShape.Of(signal.Size), [.. signal.Terms.Select(term => Dense(term, signal.Size))], null, signal.Shift, activation);
    }

    private AnalogProjection? Convolution(Term term, FeatureMap map) => term switch
    {
        ProjectedTerm { Projection: { Connection: AnalogConvolution } projection } => projection,
        DirectTerm direct when CanBeMap(direct.Source, map, ChannelOrder.Last)
            && Channelwise.Of(direct.Scale ?? [.. Enumerable.Repeat(1.0, map.Size)], map.Channels) is { } scale =>
            new AnalogProjection(direct.Source, direct.Order, direct.Pooling, AnalogConvolution.Diagonal(map, scale)),
        _ => null,
    };

    private AnalogProjection Dense(Term term, int units) => term is DirectTerm { Pooling: { } window } direct
        ? new AnalogProjection(direct.Source, direct.Order, window, new AnalogDense(Matrix<double>.Build.Diagonal(units, units, direct.ScaleOf)))
        : TermMatrix.ToDense(term, units, this);
}
