using SnnGen.Spiking.Layers;

namespace SnnGen.Spiking.Simulation;

/// <summary>The deficits of <see cref="MaxPooling"/>: one for every tap of every window that lies on the map.</summary>
internal sealed class MaxPoolingSimulator<T, TNumbers>
    where T : struct
    where TNumbers : struct, INumberSystem<T>
{
    private readonly TNumbers _numbers;
    private readonly int[][] _members;
    private readonly T[][] _deficits;
    private readonly T[] _pooled;

    public MaxPoolingSimulator(MaxPooling pooling, TNumbers numbers)
    {
        _numbers = numbers;
        _members = [.. Enumerable.Range(0, pooling.Window.Output.Size).Select(output => Members(pooling.Window, output).ToArray())];
        _deficits = [.. _members.Select(members => new T[members.Length])];
        _pooled = new T[_members.Length];
    }

    public void Reset()
    {
        foreach (T[] deficits in _deficits)
            Array.Clear(deficits, 0, deficits.Length);
    }

    /// <summary>Pooled currents of one step, in an array that the next step reuses.</summary>
    public T[] Step(T[] current)
    {
        for (int output = 0; output < _pooled.Length; output++)
        {
            T[] deficits = _deficits[output];
            for (int k = 0; k < deficits.Length; k++)
                deficits[k] = _numbers.Add(deficits[k], current[_members[output][k]]);
            T largest = deficits[0];
            foreach (T deficit in deficits)
                largest = _numbers.IsAtLeast(deficit, largest) ? deficit : largest;
            for (int k = 0; k < deficits.Length; k++)
                deficits[k] = _numbers.SaturateDeficit(_numbers.Subtract(deficits[k], largest));
            _pooled[output] = largest;
        }
        return _pooled;
    }

    // Currents under the taps of one window, row by row.
    private static IEnumerable<int> Members(SlidingWindow window, int output)
    {
        (int row, int column, int channel) = window.Output.Locate(output, ChannelOrder.Last);
        for (int i = 0; i < window.KernelHeight; i++)
            for (int j = 0; j < window.KernelWidth; j++)
            {
                int inputRow = window.InputRow(row, i), inputColumn = window.InputColumn(column, j);
                if (inputRow >= 0 && inputColumn >= 0)
                    yield return window.Input.Index(inputRow, inputColumn, channel);
            }
    }
}
