using System.Text;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Rows;

namespace Tamiz.Simulation.Checking;

/// <summary>A CSV file of a world, read row by row in bounded memory. What is wrong with it is a problem; nothing is thrown.</summary>
internal sealed class Table
{
    private readonly string _path;

    private Table(string folder, string file, string[] columns, Problems problems)
    {
        (_path, File, Problems) = (Path.Combine(folder, file), file, problems);
        Columns = [.. columns.Select(column => column.TrimEnd('?'))];
        Places = [.. columns.Select(_ => -1)];
    }

    public delegate void RowReader(in TableRow row);

    public string File { get; }

    public string[] Columns { get; }

    public int[] Places { get; }

    public Problems Problems { get; }

    /// <summary>Reads all rows of a file; returns how many there are.</summary>
    /// <param name="folder">Folder of the world.</param>
    /// <param name="file">Path of the file within it.</param>
    /// <param name="columns">Headings that are read; one that ends with ? may be missing.</param>
    /// <param name="problems">Receives what was wrong.</param>
    /// <param name="read">Called for each row that has as many fields as there are headings.</param>
    public static long Read(string folder, string file, string[] columns, Problems problems, RowReader read)
    {
        var table = new Table(folder, file, columns, problems);
        try
        {
            using var stream = new FileStream(table._path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            return table.Read(new CsvReader(stream), columns, read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(CheckDiagnostics.FileMissing, new Place(file), e.GetType().Name);
            return 0;
        }
    }

    private long Read(CsvReader reader, string[] columns, RowReader read)
    {
        long rows = 0;
        var (width, spent) = (-1, default(RawBatch));
        while (reader.Read(spent) is { } batch)
        {
            foreach (var row in batch.Rows)
            {
                if (width < 0)
                {
                    width = row.FieldCount;
                    if (!FindColumns(batch, row, columns))
                    {
                        return rows;
                    }

                    continue;
                }

                rows++;
                if (row.TooLong || row.FieldCount != width || IsBroken(batch, row))
                {
                    Problems.Add(CheckDiagnostics.BadRow, new Place(File, row.Line), $"{row.FieldCount} fields", $"{width} fields");
                    continue;
                }

                read(new TableRow(this, batch, row));
            }

            spent = batch;
        }

        if (width < 0)
        {
            Problems.Add(CheckDiagnostics.ColumnMissing, new Place(File), "an empty file");
        }

        return rows;
    }

    private bool FindColumns(RawBatch batch, in RawRow heading, string[] columns)
    {
        var found = true;
        for (var column = 0; column < columns.Length; column++)
        {
            for (var place = 0; place < heading.FieldCount; place++)
            {
                if (Encoding.UTF8.GetString(batch.Raw(batch.Field(heading, place))) == Columns[column])
                {
                    Places[column] = place;
                    break;
                }
            }

            if (Places[column] < 0 && !columns[column].EndsWith('?'))
            {
                Problems.Add(CheckDiagnostics.ColumnMissing, new Place(File, heading.Line), "", $"«{Columns[column]}»");
                found = false;
            }
        }

        return found;
    }

    private static bool IsBroken(RawBatch batch, in RawRow row)
    {
        for (var i = 0; i < row.FieldCount; i++)
        {
            if (batch.Field(row, i).Kind == RawKind.Broken)
            {
                return true;
            }
        }

        return false;
    }
}
