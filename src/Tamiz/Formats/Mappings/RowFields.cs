using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Json;
using Tamiz.Formats.Rows;

namespace Tamiz.Formats.Mappings;

/// <summary>The fields of one row.</summary>
internal readonly ref struct RowFields
{
    /// <summary>The longest field, in bytes.</summary>
    public const int MaxField = 32_768;

    private readonly RawBatch _batch;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<RawField> _fields;
    private readonly Span<byte> _scratch;

    /// <summary>The fields of a row of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="row">A row that has no problem.</param>
    /// <param name="scratch">Room for a field; what stands in it is gone with the next one that has quotes inside.</param>
    public RowFields(RawBatch batch, in RawRow row, Span<byte> scratch)
    {
        Row = row;
        _batch = batch;
        _bytes = batch.Bytes;
        _fields = CollectionsMarshal.AsSpan(batch.Fields).Slice(row.FirstField, row.FieldCount);
        _scratch = scratch;
    }

    public RawRow Row { get; }

    /// <summary>What stands in a column, without quotes and the spaces around it.</summary>
    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            ref readonly var field = ref _fields[column];
            var raw = _bytes.Slice(field.Start, field.Length);
            var value = field.Kind == RawKind.Escaped ? Unescape(raw) : field.Kind == RawKind.JsonText ? UnescapeJson(raw) : raw;
            return value.Length > 0 && (value[0] == ' ' || value[^1] == ' ') ? value.Trim((byte)' ') : value;
        }
    }

    /// <summary>How a column was written.</summary>
    public RawKind KindOf(int column) => _fields[column].Kind;

    /// <summary>Line, and byte of the line, at which a column's value stands, or the row where it has none; for free text.</summary>
    public (long Line, int Column) PositionOf(int column) =>
        _batch.PositionOf(Row, _fields[column].Start == 0 ? Row.Start : _fields[column].Start);

    /// <summary>What makes a row unreadable; null where nothing does.</summary>
    public static Diagnostic? Unreadable(ColumnPlan plan, RawBatch batch, in RawRow row)
    {
        if (row.Origin is { } origin && (origin.Problem is not null || origin.Column > 0))
        {
            return origin.Problem;
        }

        if (row.TooLong)
        {
            return CsvDiagnostics.RowTooLong.At(new Place(plan.File, row.Line), Encoding.UTF8.GetString(batch.Raw(row)[..Math.Min(row.Length, 80)]));
        }

        var columns = plan.Headings.Count;
        if (row.FieldCount != columns)
        {
            return CsvDiagnostics.FieldCount.At(new Place(plan.File, row.Line, Math.Min(row.FieldCount, columns)), $"{row.FieldCount} fields", $"{columns} fields");
        }

        var raw = batch.Raw(row);
        if (raw.Length <= MaxField && Utf8.IsValid(raw) && !raw.Contains((byte)0) && !HasBroken(batch, row))
        {
            return null;
        }

        for (var i = 0; i < row.FieldCount; i++)
        {
            var (field, place) = (batch.Field(row, i), new Place(plan.File, row.Line, plan.Numbers[i], plan.Headings[i]));
            var problem = field.Kind != RawKind.Broken && field.Length > MaxField
                ? CsvDiagnostics.FieldTooLong.At(place, $"{field.Length} bytes")
                : Unreadable(batch, field, place);
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>What makes a field unreadable, whatever its length; null where nothing does.</summary>
    public static Diagnostic? Unreadable(RawBatch batch, in RawField field, Place place)
    {
        var bytes = batch.Raw(field);
        return field.Kind == RawKind.Broken ? CsvDiagnostics.BadQuotes.At(place, Encoding.UTF8.GetString(bytes))
            : bytes.Contains((byte)0) ? CsvDiagnostics.NulByte.At(place, Encoding.UTF8.GetString(bytes))
            : !Utf8.IsValid(bytes) ? CsvDiagnostics.NotUtf8.At(place, Encoding.Latin1.GetString(bytes) + " (if Latin-1)")
            : null;
    }

    private static bool HasBroken(RawBatch batch, in RawRow row)
    {
        foreach (ref readonly var field in CollectionsMarshal.AsSpan(batch.Fields).Slice(row.FirstField, row.FieldCount))
        {
            if (field.Kind == RawKind.Broken)
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<byte> UnescapeJson(ReadOnlySpan<byte> raw)
    {
        JsonText.TryUnescape(raw, _scratch, out var length);
        return _scratch[..length];
    }

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> raw)
    {
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            _scratch[length++] = raw[i];
            if (raw[i] == '"')
            {
                i++;
            }
        }

        return _scratch[..length];
    }
}
