using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;

namespace SnnGen.Conversion.LinearPrograms;

/// <summary>
/// The weights of a layer that its programs may change: those of all projections with as many groups as the largest one
/// has. A projection of another structure, such as the identity of a residual connection, keeps its prior.
/// </summary>
public sealed class FreeSynapses
{
    private readonly bool[] _isFree;

    /// <summary>The free synapses of <paramref name="layer"/>.</summary>
    public FreeSynapses(AnalogLayer layer)
    {
        Groups = GroupsOf(layer.Projections.MaxBy(projection => projection.Connection.Matrices.Sum(m => m.RowCount * m.ColumnCount))!.Connection);
        _isFree = [.. layer.Projections.Select(projection => GroupsOf(projection.Connection) == Groups)];
    }

    /// <summary>Number of programs.</summary>
    public int Groups { get; }

    /// <summary>Whether the programs may change projection <paramref name="index"/>.</summary>
    public bool IsFree(int index) => _isFree[index];

    /// <summary>Weights of one group, the free projections one below the other: n × m.</summary>
    public Matrix<double> Weights(AnalogLayer layer, int group) => layer.Projections
        .Where((_, index) => _isFree[index])
        .Select(projection => projection.Connection.Matrices[group])
        .Aggregate((above, below) => above.Stack(below));

    /// <summary>The projections with the weights of one matrix a group, stacked as <see cref="Weights"/> does.</summary>
    public ImmutableArray<AnalogProjection> Replace(ImmutableArray<AnalogProjection> projections, Matrix<double>[] weights)
    {
        int row = 0;
        var replaced = ImmutableArray.CreateBuilder<AnalogProjection>();
        for (int p = 0; p < projections.Length; p++)
        {
            AnalogConnection connection = projections[p].Connection;
            if (_isFree[p])
            {
                int rows = connection.Matrices[0].RowCount, first = row;
                connection = With(connection, [.. weights.Select(w => w.SubMatrix(first, rows, 0, w.ColumnCount))]);
                row += rows;
            }
            replaced.Add(projections[p] with { Connection = connection });
        }
        return replaced.ToImmutable();
    }

    /// <summary>What the free synapses of one group see at <paramref name="spot"/>: one row of X.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="group">The group.</param>
    /// <param name="spot">Where.</param>
    /// <param name="ratesOf">Rates of a projection's inputs on the spot's sample, after sum pooling.</param>
    public SparseVector Row(AnalogLayer layer, int group, Spot spot, Func<int, double[]> ratesOf)
    {
        var indices = new List<int>();
        var values = new List<double>();
        int first = 0;
        for (int p = 0; p < layer.Projections.Length; p++)
        {
            if (!_isFree[p])
                continue;
            double[] rates = ratesOf(p);
            foreach ((int row, int input) in Inputs(layer.Projections[p], group, spot.Place))
            {
                if (rates[input] == 0)
                    continue;
                indices.Add(first + row);
                values.Add(rates[input]);
            }
            first += layer.Projections[p].Connection.Matrices[group].RowCount;
        }
        return new SparseVector([.. indices], [.. values]);
    }

    private static IEnumerable<(int Row, int Input)> Inputs(AnalogProjection projection, int group, int place) =>
        projection.Connection is AnalogConvolution convolution
            ? WindowOperations.Patch(convolution, projection.InputOrder, group, place)
            : Enumerable.Range(0, projection.Connection.Inputs).Select(i => (i, i));

    private static int GroupsOf(AnalogConnection connection) => connection.Matrices.Count;

    private static AnalogConnection With(AnalogConnection connection, Matrix<double>[] weights) =>
        connection is AnalogConvolution convolution ? convolution with { Kernels = weights } : new AnalogDense(weights[0]);
}
