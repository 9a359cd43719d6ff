using Tamiz.Documents.Model;

namespace Tamiz.Cli.Integrity;

/// <summary>A table of a document as lines of text: columns as wide as they need, wrapped where they do not fit, else a row as a list of its cells.</summary>
internal static class TextTable
{
    private const int Gap = 2;

    /// <summary>The lines, each at most <paramref name="width"/> wide.</summary>
    public static IEnumerable<string> Lines(Table table, int width)
    {
        var needs = table.Columns.Select((column, index) => Needs(column, table.Rows.Select(row => row[index].Text))).ToArray();
        var room = width - (Gap * (needs.Length - 1));
        if (needs.Sum(need => need.Least) > room)
        {
            return table.Rows.SelectMany(row => AsList(table, row, width));
        }

        var widths = Share(needs, room);
        string[] headings = [.. table.Columns.Select(column => column.Heading)];
        return [.. Row(headings, table, widths), new string('-', widths.Sum() + (Gap * (widths.Length - 1))), .. table.Rows.SelectMany(row => Row([.. row.Select(cell => cell.Text)], table, widths))];
    }

    // The longest word, and the longest line.
    private static (int Least, int Most) Needs(Column column, IEnumerable<string> cells)
    {
        var all = cells.ToList();
        var lines = all.SelectMany(cell => cell.Split('\n')).ToList();
        var words = lines.SelectMany(line => line.Split(' ')).Concat(column.Heading.Split(' '));
        return (words.Max(word => word.Length), lines.Append(column.Heading).Max(line => line.Length));
    }

    private static int[] Share((int Least, int Most)[] needs, int room)
    {
        var widths = needs.Select(need => need.Least).ToArray();
        for (var left = room - widths.Sum(); left > 0; left--)
        {
            var most = Enumerable.Range(0, widths.Length).MaxBy(index => needs[index].Most - widths[index] <= 0 ? 0 : (double)needs[index].Most / widths[index]);
            if (widths[most] >= needs[most].Most)
            {
                break;
            }

            widths[most]++;
        }

        return widths;
    }

    private static IEnumerable<string> Row(string[] cells, Table table, int[] widths)
    {
        var wrapped = cells.Select((cell, index) => cell.Split('\n').SelectMany(line => Terminal.Wrap(line, "", "", widths[index])).ToList()).ToList();
        for (var line = 0; line < wrapped.Max(cell => cell.Count); line++)
        {
            var texts = wrapped.Select((cell, index) => line >= cell.Count ? new string(' ', widths[index])
                : table.Columns[index].IsNumber ? cell[line].PadLeft(widths[index]) : cell[line].PadRight(widths[index]));
            yield return string.Join(new string(' ', Gap), texts).TrimEnd();
        }
    }

    private static IEnumerable<string> AsList(Table table, IReadOnlyList<Cell> row, int width) =>
        row.SelectMany((cell, index) => Terminal.Wrap($"{table.Columns[index].Heading}: {cell.Text.Replace('\n', ' ')}", index == 0 ? "- " : "  ", "    ", width));
}
