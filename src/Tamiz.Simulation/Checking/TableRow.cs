using System.Globalization;
using System.Text;
using Tamiz.Formats.Rows;

namespace Tamiz.Simulation.Checking;

/// <summary>A row of a table, by the columns that were asked for. What cannot be read is a problem (TZ2806) and counts as nothing.</summary>
internal readonly ref struct TableRow
{
    private readonly RawBatch _batch;
    private readonly RawRow _row;
    private readonly int[] _places;
    private readonly string[] _columns;
    private readonly string _file;
    private readonly Problems _problems;

    public TableRow(Table table, RawBatch batch, RawRow row)
    {
        (_batch, _row, _places, _columns, _file, _problems) = (batch, row, table.Places, table.Columns, table.File, table.Problems);
    }

    /// <summary>Line of the file.</summary>
    public long Line => _row.Line;

    /// <summary>Fields of the row, whether they were asked for or not.</summary>
    public int Fields => _row.FieldCount;

    /// <summary>The bytes of any field, quotes inside still doubled.</summary>
    public ReadOnlySpan<byte> Raw(int field) => _batch.Raw(_batch.Field(_row, field));

    /// <summary>The text of a column; empty where the file lacks it.</summary>
    public ReadOnlySpan<byte> this[int column] => _places[column] < 0 ? [] : Raw(_places[column]);

    /// <summary>Where a column of this row stands.</summary>
    public Place At(int column) => new(_file, _row.Line, _places[column] + 1, _columns[column]);

    /// <summary>Text for a person.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(this[column]);

    /// <summary>A number; not a number where the field is empty.</summary>
    public double Number(int column)
    {
        var text = this[column];
        if (text.IsEmpty)
        {
            return double.NaN;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : Unread(column, "a number", double.NaN);
    }

    /// <summary>A whole number; <paramref name="otherwise"/> where the field is empty.</summary>
    public int Whole(int column, int otherwise)
    {
        var text = this[column];
        if (text.IsEmpty)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : Unread(column, "a whole number", otherwise);
    }

    /// <summary>Minutes from 2000-01-01 to a date or a local time, its seconds dropped; <see cref="Moment.None"/> where the field is empty.</summary>
    public int Minute(int column)
    {
        var text = this[column];
        if (text.IsEmpty)
        {
            return Moment.None;
        }

        return Moment.TryRead(text, out var minute) ? minute : Unread(column, "a time as yyyy-MM-ddTHH:mm", Moment.None);
    }

    /// <summary>The place of the word among the given ones; -1 where the field is empty.</summary>
    public int Choice(int column, ReadOnlySpan<string> words)
    {
        var text = this[column];
        for (var i = 0; i < words.Length; i++)
        {
            if (Ascii.Equals(text, words[i]))
            {
                return i;
            }
        }

        return text.IsEmpty ? -1 : Unread(column, "one of " + string.Join(", ", words.ToArray()), -1);
    }

    private T Unread<T>(int column, string expected, T otherwise)
    {
        _problems.Add(CheckDiagnostics.BadValue, At(column), Text(column), expected);
        return otherwise;
    }
}
