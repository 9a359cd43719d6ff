using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Mappings;
using Tamiz.Formats.Rows;

namespace Tamiz.Formats.Json;

/// <summary>
/// Cuts declarations in JSON into rows of the columns that a mapping names: a row an item, what stands outside the array of items in
/// each of them. Not for several threads.
/// </summary>
/// <param name="plan">The columns.</param>
public sealed class JsonRowCutter(ColumnPlan plan)
{
    private const int MaxKey = 256;

    private readonly JsonPath _root = JsonPath.Of(plan);
    private readonly int _columns = plan.Headings.Count;
    private readonly byte[] _scratch = new byte[RowFields.MaxField];
    private readonly byte[] _key = new byte[MaxKey];
    private readonly List<(int Start, int End, Diagnostic? Problem)> _items = [];
    private RawField[] _cells = new RawField[plan.Headings.Count * 8];
    private RawBatch _batch = new([]);
    private RawRow _whole;
    private Diagnostic? _problem;
    private (int From, int To) _array;
    private int _block;
    private long _object;
    private long _objects;
    private bool _isKept;

    /// <summary>The rows of some declarations.</summary>
    /// <param name="chunk">The declarations.</param>
    /// <param name="spent">A batch of which rows and fields are no longer used.</param>
    public RawBatch Cut(JsonChunk chunk, RawBatch? spent = null)
    {
        _batch = spent ?? new RawBatch(chunk.Bytes);
        _batch.Begin(chunk.Bytes);
        _isKept = false;
        foreach (var declaration in chunk.Declarations)
        {
            Cut(declaration);
        }

        return _batch;
    }

    /// <summary>Cuts rows that were cut before, from their text.</summary>
    public RawBatch Recut(IReadOnlyList<KeptRow> rows)
    {
        _batch = new RawBatch(new byte[rows.Sum(row => row.Raw.Length)]);
        _isKept = true;
        var start = 0;
        foreach (var (line, raw, _, origin) in rows)
        {
            raw.CopyTo(_batch.Bytes, start);
            Cut(new RawRow(line, start, raw.Length, 0, 0, false, origin));
            start += raw.Length;
        }

        return _batch;
    }

    private void Cut(in RawRow declaration)
    {
        _whole = declaration;
        _items.Clear();
        _array = default;
        _block = 0;
        _object = ++_objects;
        _cells.AsSpan(0, _columns).Clear();
        _problem = declaration.Origin?.Problem ?? NotUtf8();
        if (_problem is null)
        {
            Walk();
        }

        var problem = _problem ?? (_items.Count > 1 && !plan.Mapping.RowIsItem ? Say(JsonDiagnostics.SeveralItems, _items[1].Start, $"{_items.Count} items", "") : null);
        if (problem is not null)
        {
            _batch.Rows.Add(declaration with { FirstField = _batch.Fields.Count, Origin = OriginOf(declaration) with { Problem = problem } });
            return;
        }

        for (var item = 0; item < Math.Max(1, _items.Count); item++)
        {
            AddRow(item);
        }
    }

    private static RowOrigin OriginOf(in RawRow row) => row.Origin ?? new RowOrigin(row.Line, 1);

    private void AddRow(int item)
    {
        var origin = OriginOf(_whole);
        var first = _batch.Fields.Count;
        var header = _cells.AsSpan(0, _columns);
        _batch.Fields.AddRange(header);
        if (_items.Count > 0)
        {
            var (start, end, problem) = _items[item];
            var own = _cells.AsSpan((item + 1) * _columns, _columns);
            var row = CollectionsMarshal.AsSpan(_batch.Fields)[first..];
            for (var column = 0; column < own.Length; column++)
            {
                row[column] = own[column].Start > 0 ? own[column] : row[column];
            }

            origin = origin with
            {
                Ordinal = _isKept ? origin.Ordinal : origin.Ordinal + start,
                Document = _isKept ? origin.Document : origin.Ordinal + 1,
                Problem = problem,
                Cut = _items.Count == 1 ? default : new ItemCut(_array.From, start, end, _array.To),
            };
        }

        _batch.Rows.Add(_whole with { FirstField = first, FieldCount = _columns, Origin = origin });
    }

    private void Walk()
    {
        var reader = new Utf8JsonReader(_batch.Raw(_whole));
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                Report(JsonDiagnostics.WrongKind, (int)reader.TokenStartIndex, Words(reader.TokenType), _root, "a declaration: an object");
                reader.Skip();
            }
            else
            {
                ReadObject(ref reader, _root);
            }

            // Something after the declaration breaks it.
            reader.Read();
        }
        catch (JsonException e)
        {
            _problem = Broken(e);
        }
    }

    private void ReadObject(ref Utf8JsonReader reader, JsonPath path)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (to, at) = (path.Find(KeyOf(ref reader)), (int)reader.TokenStartIndex);
            reader.Read();
            if (to is null)
            {
                reader.Skip();
                continue;
            }

            if (to.MetIn == _object)
            {
                Report(JsonDiagnostics.DuplicateKey, at, to.Text, to);
            }

            to.MetIn = _object;
            ReadValue(ref reader, to);
        }
    }

    private ReadOnlySpan<byte> KeyOf(ref Utf8JsonReader reader)
    {
        var written = reader.ValueSpan;
        return !reader.ValueIsEscaped ? written
            : written.Length <= MaxKey && JsonText.TryUnescape(written, _key, out var length) ? _key.AsSpan(0, length)
            : [];
    }

    private void ReadValue(ref Utf8JsonReader reader, JsonPath path)
    {
        var at = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return;
            case JsonTokenType.StartObject when path.HasSteps:
                ReadObject(ref reader, path);
                return;
            case JsonTokenType.StartArray when path.Item is not null && _block == 0:
                ReadItems(ref reader, path.Item);
                return;
            case JsonTokenType.StartArray when path.IsList:
                ReadList(ref reader, path);
                return;
            case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False when path.Column >= 0:
                Set(path, CellOf(ref reader), reader.ValueIsEscaped);
                return;
            default:
                Report(JsonDiagnostics.WrongKind, at, Words(reader.TokenType), path, Expected(path));
                reader.Skip();
                return;
        }
    }

    private RawField CellOf(ref Utf8JsonReader reader)
    {
        var start = _whole.Start + (int)reader.TokenStartIndex;
        var kind = reader.TokenType switch
        {
            JsonTokenType.Number => RawKind.Number,
            JsonTokenType.String => reader.ValueIsEscaped ? RawKind.JsonText : RawKind.Quoted,
            _ => RawKind.Plain,
        };
        return new RawField(reader.TokenType == JsonTokenType.String ? start + 1 : start, reader.ValueSpan.Length, kind);
    }

    private void ReadItems(ref Utf8JsonReader reader, JsonPath element)
    {
        var outside = _object;
        _array = ((int)reader.TokenStartIndex + 1, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            Begin(start);
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadObject(ref reader, element);
            }
            else
            {
                Report(JsonDiagnostics.WrongKind, start, Words(reader.TokenType), element, "an item: an object");
                reader.Skip();
            }

            _items[^1] = _items[^1] with { End = (int)reader.BytesConsumed };
        }

        _array.To = (int)reader.TokenStartIndex;
        (_block, _object) = (0, outside);
    }

    private void Begin(int start)
    {
        _items.Add((start, start, null));
        _block = _items.Count * _columns;
        _object = ++_objects;
        if (_cells.Length < _block + _columns)
        {
            Array.Resize(ref _cells, Math.Max(_cells.Length * 2, _block + _columns));
        }

        _cells.AsSpan(_block, _columns).Clear();
    }

    private void ReadList(ref Utf8JsonReader reader, JsonPath path)
    {
        var start = (int)reader.TokenStartIndex;
        var hasEscapes = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            hasEscapes |= reader.ValueIsEscaped;
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                Report(JsonDiagnostics.WrongKind, (int)reader.TokenStartIndex, Words(reader.TokenType), path, "a text or a number");
                reader.Skip();
            }
        }

        Set(path, new RawField(_whole.Start + start, (int)reader.BytesConsumed - start, RawKind.JsonList), hasEscapes);
    }

    private void Set(JsonPath path, RawField field, bool hasEscapes)
    {
        var written = _batch.Raw(field);
        ref var cell = ref _cells[_block + path.Column];
        if (cell.Start > 0)
        {
            Report(JsonDiagnostics.DuplicateKey, field.Start - _whole.Start, path.Text, path);
        }

        cell = field;
        if (written.Length > RowFields.MaxField)
        {
            Report(CsvDiagnostics.FieldTooLong, field.Start - _whole.Start, $"{written.Length} bytes", path);
        }
        else if (hasEscapes)
        {
            var isUnicode = JsonText.TryUnescape(written, _scratch, out var length);
            if (!isUnicode || _scratch.AsSpan(0, length).Contains((byte)0))
            {
                Report(isUnicode ? CsvDiagnostics.NulByte : CsvDiagnostics.NotUtf8, field.Start - _whole.Start, Encoding.UTF8.GetString(written), path);
            }
        }
    }

    private static string Expected(JsonPath path) =>
        path.Item is not null ? "an array of items" : path.Column >= 0 ? "a text or a number" : "an object";

    private static string Words(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };

    /// <summary>Keeps the first problem of the item, or of the declaration outside its items.</summary>
    private void Report(DiagnosticRule rule, int at, string found, JsonPath path, string? expected = null)
    {
        if (_block == 0)
        {
            _problem ??= Say(rule, at, found, path.Text, expected);
        }
        else if (_items[^1].Problem is null)
        {
            _items[^1] = _items[^1] with { Problem = Say(rule, at, found, path.Text, expected) };
        }
    }

    private Diagnostic Say(DiagnosticRule rule, int at, string found, string field, string? expected = null)
    {
        var (line, column) = _batch.PositionOf(_whole, _whole.Start + at);
        return rule.At(new Place(plan.File, line, column, field), found, expected);
    }

    private Diagnostic Broken(JsonException e)
    {
        var text = _batch.Raw(_whole);
        var at = 0;
        for (var line = e.LineNumber ?? 0; line > 0; line--)
        {
            at += text[at..].IndexOf((byte)'\n') + 1;
        }

        at = Math.Min(at + (int)(e.BytePositionInLine ?? 0), text.Length);
        return Say(JsonDiagnostics.Broken, at, Encoding.UTF8.GetString(text[at..Math.Min(at + 40, text.Length)]), "");
    }

    private Diagnostic? NotUtf8()
    {
        var text = _batch.Raw(_whole);
        if (Utf8.IsValid(text))
        {
            return null;
        }

        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        var around = text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 20)];
        return Say(CsvDiagnostics.NotUtf8, at, Encoding.Latin1.GetString(around) + " (if Latin-1)", "");
    }
}
