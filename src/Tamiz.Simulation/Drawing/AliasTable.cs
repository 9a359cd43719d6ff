namespace Tamiz.Simulation.Drawing;

/// <summary>Chooses among things by their weights in one step, however many there are (Walker 1977, Vose 1991).</summary>
public sealed class AliasTable
{
    private readonly double[] _keep;
    private readonly int[] _other;

    /// <summary>A table of weights.</summary>
    /// <param name="weights">None negative; where all are 0, each is as likely.</param>
    public AliasTable(IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        _keep = [.. weights.Select(weight => sum > 0 ? weight / sum * weights.Count : 1)];
        _other = [.. Enumerable.Range(0, weights.Count)];
        var small = new Stack<int>(Enumerable.Range(0, _keep.Length).Where(i => _keep[i] < 1));
        var large = new Stack<int>(Enumerable.Range(0, _keep.Length).Where(i => _keep[i] >= 1));
        while (small.Count > 0 && large.Count > 0)
        {
            var (less, more) = (small.Pop(), large.Pop());
            _other[less] = more;
            _keep[more] -= 1 - _keep[less];
            (_keep[more] < 1 ? small : large).Push(more);
        }
    }

    /// <summary>How many things there are.</summary>
    public int Count => _keep.Length;

    /// <summary>The index of one of the things.</summary>
    public int Draw(ref Chance chance)
    {
        var index = chance.Below(_keep.Length);
        return chance.Unit() < _keep[index] ? index : _other[index];
    }
}
