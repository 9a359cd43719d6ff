namespace Tamiz.Integrity.Surveys.Disclosure;

/// <summary>
/// How far the hidden cells of a table of counts with known margins are from being known: the exact least and greatest value each can have.
/// Hidden cells change along closed ways through the table, so the bounds are greatest flows.
/// </summary>
/// <param name="counts">The true counts, by row and column.</param>
/// <param name="hidden">Which are hidden.</param>
internal sealed class CellBounds(int[,] counts, bool[,] hidden)
{
    private readonly int _rows = counts.GetLength(0);
    private readonly int _columns = counts.GetLength(1);

    /// <summary>The least and the greatest count that a hidden cell can have beside all that is published.</summary>
    public (int Least, int Greatest) Of(int row, int column)
    {
        var count = counts[row, column];
        return (count - Flow(row, column, lower: true), count + Flow(row, column, lower: false));
    }

    // To raise a cell by one, a way from its column to its row is lowered and raised by turns; to lower it, a way from its row to its column.
    private int Flow(int row, int column, bool lower)
    {
        var state = (int[,])counts.Clone();
        var (from, to) = lower ? (row, _rows + column) : (_rows + column, row);
        var limit = lower ? counts[row, column] : int.MaxValue;
        var flow = 0;
        while (flow < limit && Way(state, from, to, (row, column)) is { } way)
        {
            var step = limit - flow;
            for (var i = 1; i < way.Count; i++)
            {
                step = way[i - 1] >= _rows ? Math.Min(step, state[way[i], way[i - 1] - _rows]) : step;
            }

            for (var i = 1; i < way.Count; i++)
            {
                var (r, c, sign) = way[i - 1] >= _rows ? (way[i], way[i - 1] - _rows, -1) : (way[i - 1], way[i] - _rows, 1);
                state[r, c] += sign * step;
            }

            flow += step;
        }

        return flow;
    }

    // The shortest way: from a row to a column a hidden cell is raised, from a column to a row one that is not 0 is lowered.
    private List<int>? Way(int[,] state, int from, int to, (int Row, int Column) without)
    {
        var before = new int[_rows + _columns];
        Array.Fill(before, -1);
        before[from] = from;
        var queue = new Queue<int>([from]);
        while (queue.TryDequeue(out var at) && before[to] < 0)
        {
            for (var next = at < _rows ? _rows : 0; next < (at < _rows ? _rows + _columns : _rows); next++)
            {
                var (r, c) = at < _rows ? (at, next - _rows) : (next, at - _rows);
                if (before[next] < 0 && hidden[r, c] && (r, c) != without && (at < _rows || state[r, c] > 0))
                {
                    before[next] = at;
                    queue.Enqueue(next);
                }
            }
        }

        if (before[to] < 0)
        {
            return null;
        }

        var way = new List<int> { to };
        while (way[^1] != from)
        {
            way.Add(before[way[^1]]);
        }

        way.Reverse();
        return way;
    }
}
