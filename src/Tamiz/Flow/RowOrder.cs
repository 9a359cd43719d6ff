using Tamiz.Formats.Mappings;

namespace Tamiz.Flow;

/// <summary>Brings rows into the order of (instant, identity), within one file and over several.</summary>
public static class RowOrder
{
    /// <summary>Rows of one instant that are held to be ordered; more of them have to be sorted on disk.</summary>
    public const int MaxAtOneInstant = 200_000;

    /// <summary>Orders the rows of each instant of a file by identity.</summary>
    /// <exception cref="UnsortedRowsException">A row was lodged before the one above it, or more than <see cref="MaxAtOneInstant"/> share an instant.</exception>
    public static IEnumerable<InputRow> WithinInstants(IEnumerable<LodgedRow> rows, int file)
    {
        var held = new HeldRows();
        foreach (var row in rows)
        {
            if (held.Count > 0 && row.Declaration.LodgedAt != held.At)
            {
                if (row.Declaration.LodgedAt < held.At)
                {
                    throw new UnsortedRowsException(file);
                }

                held.Sort();
                for (var i = 0; i < held.Count; i++)
                {
                    yield return new InputRow(file, held[i]);
                }

                held.Clear();
            }

            if (held.Count >= MaxAtOneInstant)
            {
                throw new UnsortedRowsException(file);
            }

            held.Add(row);
        }

        held.Sort();
        for (var i = 0; i < held.Count; i++)
        {
            yield return new InputRow(file, held[i]);
        }
    }

    /// <summary>Merges files that are each in order.</summary>
    public static IEnumerable<InputRow> Merge(IReadOnlyList<IEnumerable<InputRow>> files)
    {
        if (files.Count == 1)
        {
            return files[0];
        }

        return MergeSeveral(files);
    }

    private static IEnumerable<InputRow> MergeSeveral(IReadOnlyList<IEnumerable<InputRow>> files)
    {
        var open = new List<IEnumerator<InputRow>>();
        try
        {
            var next = new PriorityQueue<IEnumerator<InputRow>, InputRow>();
            foreach (var file in files)
            {
                var rows = file.GetEnumerator();
                open.Add(rows);
                if (rows.MoveNext())
                {
                    next.Enqueue(rows, rows.Current);
                }
            }

            while (next.TryDequeue(out var rows, out var row))
            {
                yield return row;
                if (rows.MoveNext())
                {
                    next.Enqueue(rows, rows.Current);
                }
            }
        }
        finally
        {
            open.ForEach(rows => rows.Dispose());
        }
    }
}
