using System.Xml.Linq;
using SnnGen.Tool.Reporting.Energy;
using static SnnGen.Tool.Reporting.Page.Html;
using static SnnGen.Tool.Reporting.Page.Parts;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>What an inference costs, and would cost on chips.</summary>
internal static class EnergySection
{
    /// <summary>The section.</summary>
    public static XElement Draw(ReportContent content)
    {
        EnergyEstimate estimate = EnergyEstimate.Of(content.Network, content.Activity.LayerOperations);
        return Section(
            "energy", "Cost and energy",
            "An estimate: the operations of a mean inference times published energies of one operation. It leaves out leakage, routing, neuron updates and input and output, which may be more than the synapses. Not every chip named can run this network.",
            Cards(
                Card("Operations per inference", Table(
                    ["Operation", "Number"],
                    [
                        ["additions of a weight at a spike", Words.Count(estimate.Spikes)], ["products with an analog input, once", Words.Count(estimate.Products)],
                        ["multiply-accumulates of the same layers as an ANN", Words.Count(estimate.Dense)],
                    ])),
                Card(
                    "Arithmetic alone, 45 nm",
                    Table(
                        ["Network", "Energy per inference"],
                        [
                            ["this spiking network", Words.Energy(estimate.Arithmetic)], ["the same layers as an ANN, bytes", Words.Energy(estimate.ByteAnn)],
                            ["the same layers as an ANN, single precision", Words.Energy(estimate.FloatAnn)],
                        ]),
                    E("p", A("class", "source"), PublishedEnergy.ArithmeticSource)),
                Card(
                    "All synaptic operations on a chip",
                    Table(
                        ["Chip", "Process", "One operation", "Energy per inference"],
                        PublishedEnergy.Chips.Select(figure => new[] { figure.Chip, figure.Technology, Words.Energy(figure.Picojoules), Words.Energy(estimate.On(figure)) })),
                    E("ul", A("class", "source"), PublishedEnergy.Chips.Select(figure => E("li", $"{figure.Chip}: {figure.Source}"))))));
    }
}
