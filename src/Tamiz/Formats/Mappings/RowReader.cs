using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Tamiz.Declarations;
using Tamiz.Formats.Csv;

namespace Tamiz.Formats.Mappings;

/// <summary>Turns the rows of one file into declarations. Not for several threads: each has its own.</summary>
public sealed class RowReader
{
    private const int MaxField = 32_768;
    private const decimal MaxNumber = 1e18m;

    private readonly ColumnPlan _plan;
    private readonly Mapping _mapping;
    private readonly bool _withGoods;
    private readonly TextPool _pool = new();
    private readonly NumberReader _numbers;
    private readonly OfficeDates _officeDates;
    private DateReader _dates;
    private readonly byte[] _scratch = new byte[MaxField];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _digest = new byte[32];
    private byte[] _hashInput = new byte[1024];

    /// <summary>A reader of the rows of a file.</summary>
    /// <param name="plan">The file's columns.</param>
    /// <param name="zones">Time zones of offices: of a declaration's day, and of dates where the mapping names none.</param>
    /// <param name="withGoods">Whether <see cref="LodgedRow.Goods"/> is wanted.</param>
    public RowReader(ColumnPlan plan, OfficeZones zones, bool withGoods = false)
    {
        _plan = plan;
        _mapping = plan.Mapping;
        _withGoods = withGoods && plan.Goods.Length > 0;
        _numbers = new NumberReader(_mapping.DecimalSign, _mapping.ThousandsSign);
        _officeDates = new OfficeDates(_mapping, zones);
        _dates = _officeDates.Of("");
    }

    /// <summary>Reads a row: either what was lodged, or why it was refused.</summary>
    public (LodgedRow? Lodged, RefusedRow? Refused) Read(CsvBatch batch, in CsvRow row)
    {
        var draft = new RowDraft();
        var problem = CheckRow(batch, row);
        for (var i = 0; problem is null && i < _plan.Fields.Count; i++)
        {
            var (field, column) = _plan.Fields[i];
            problem = column < 0 ? SetConstant(draft, field) : SetField(draft, field, batch, row, column);
        }

        if (problem is null)
        {
            var lodged = Complete(draft, batch, row, out problem);
            if (lodged is not null)
            {
                return (lodged, null);
            }
        }

        return (null, new RefusedRow(row.Line, batch.Raw(row).ToArray(), problem!));
    }

    private Place At(in CsvRow row, int column) => new(_plan.File, row.Line, column + 1, _plan.Headings[column]);

    private Diagnostic? CheckRow(CsvBatch batch, in CsvRow row)
    {
        if (row.TooLong)
        {
            return CsvDiagnostics.RowTooLong.At(new Place(_plan.File, row.Line), Encoding.UTF8.GetString(batch.Raw(row)[..Math.Min(row.Length, 80)]));
        }

        if (row.FieldCount != _plan.Headings.Count)
        {
            return CsvDiagnostics.FieldCount.At(new Place(_plan.File, row.Line, Math.Min(row.FieldCount, _plan.Headings.Count)),
                $"{row.FieldCount} fields", $"{_plan.Headings.Count} fields");
        }

        var raw = batch.Raw(row);
        if (raw.Length <= MaxField && Utf8.IsValid(raw) && !raw.Contains((byte)0) && !HasBroken(batch, row))
        {
            return null;
        }

        for (var i = 0; i < row.FieldCount; i++)
        {
            if (CheckField(batch, batch.Field(row, i), At(row, i)) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static bool HasBroken(CsvBatch batch, in CsvRow row)
    {
        for (var i = 0; i < row.FieldCount; i++)
        {
            if (batch.Field(row, i).Kind == CsvFieldKind.Broken)
            {
                return true;
            }
        }

        return false;
    }

    private static Diagnostic? CheckField(CsvBatch batch, in CsvField field, Place place)
    {
        var bytes = batch.Raw(field);
        return field.Kind == CsvFieldKind.Broken ? CsvDiagnostics.BadQuotes.At(place, Encoding.UTF8.GetString(bytes))
            : bytes.Length > MaxField ? CsvDiagnostics.FieldTooLong.At(place, $"{bytes.Length} bytes")
            : bytes.Contains((byte)0) ? CsvDiagnostics.NulByte.At(place, Encoding.UTF8.GetString(bytes))
            : !Utf8.IsValid(bytes) ? CsvDiagnostics.NotUtf8.At(place, Encoding.Latin1.GetString(bytes) + " (if Latin-1)")
            : null;
    }

    private ReadOnlySpan<byte> Value(CsvBatch batch, CsvRow row, int column)
    {
        var field = batch.Field(row, column);
        return (field.Kind == CsvFieldKind.Escaped ? Unescape(batch.Bytes.AsSpan(field.Start, field.Length)) : batch.Bytes.AsSpan(field.Start, field.Length))
            .Trim((byte)' ');
    }

    private Span<byte> Unescape(Span<byte> raw)
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

        return _scratch.AsSpan(0, length);
    }

    private Diagnostic? SetConstant(RowDraft draft, FieldMapping field)
    {
        if (field.Target.SetText is { } setText)
        {
            setText(draft, field.Constant!);
            return null;
        }

        var utf8 = Encoding.UTF8.GetBytes(field.Constant!);
        if (!_numbers.TryRead(utf8, out var number))
        {
            return CsvDiagnostics.NotANumber.At(new Place(_mapping.Name, 0, 0, field.Target.Id), field.Constant!);
        }

        field.Target.SetNumber!(draft, number);
        return null;
    }

    private Diagnostic? SetField(RowDraft draft, FieldMapping field, CsvBatch batch, in CsvRow row, int column)
    {
        var bytes = Value(batch, row, column);
        var text = bytes.IsEmpty ? "" : field.Target.SetNumber is null || field.Values is not null || _mapping.Missing.Count > 0 ? _pool.Get(bytes) : null;
        if (text is { Length: > 0 } && field.Values is not null && field.Values.TryGetValue(text, out var meant))
        {
            text = meant;
            bytes = Encoding.UTF8.GetBytes(meant);
        }

        if (text is "" || (text is not null && _mapping.Missing.Contains(text)))
        {
            return field.Required ? CsvDiagnostics.Required.At(At(row, column), "") : null;
        }

        if (field.Target.SetNumber is { } setNumber)
        {
            return SetNumber(draft, field, setNumber, bytes, At(row, column));
        }

        SetText(draft, field, text!);
        return null;
    }

    private Diagnostic? SetNumber(RowDraft draft, FieldMapping field, Action<RowDraft, decimal> set, ReadOnlySpan<byte> bytes, Place place)
    {
        if (!_numbers.TryRead(bytes, out var number) || (field.Target.Kind == TargetKind.Whole && (number != decimal.Truncate(number) || Math.Abs(number) > int.MaxValue)))
        {
            return CsvDiagnostics.NotANumber.At(place, Encoding.UTF8.GetString(bytes), field.Target.Kind == TargetKind.Whole
                ? "a whole number" : $"a number with «{_mapping.DecimalSign}» as its decimal sign");
        }

        if (Math.Abs(number) > MaxNumber || Math.Abs(number * field.Scale) > MaxNumber)
        {
            return CsvDiagnostics.NotANumber.At(place, Encoding.UTF8.GetString(bytes), "a number up to 10^18");
        }

        set(draft, number * field.Scale);
        return null;
    }

    private static void SetText(RowDraft draft, FieldMapping field, string text)
    {
        if (field.Target.Kind == TargetKind.List)
        {
            foreach (var part in text.Split(field.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                field.Target.SetText!(draft, part);
            }

            return;
        }

        if (field.Target.Kind == TargetKind.Digits && text.AsSpan().ContainsAny('.', ' ', '-'))
        {
            text = string.Concat(text.Where(c => c is not ('.' or ' ' or '-')));
        }

        field.Target.SetText!(draft, field.Take > 0 && text.Length > field.Take ? text[..field.Take] : text);
    }

    private LodgedRow? Complete(RowDraft draft, CsvBatch batch, in CsvRow row, out Diagnostic? problem)
    {
        var lodgedColumn = LodgedColumn();
        problem = null;
        if (draft.Lodged is null)
        {
            problem = CsvDiagnostics.Required.At(lodgedColumn < 0 ? new Place(_plan.File, row.Line) : At(row, lodgedColumn), "", "the date of lodgement");
            return null;
        }

        _dates = _officeDates.Of(draft.Office);
        if (!_dates.TryRead(draft.Lodged, out var lodgedAt, out var lodgedOn))
        {
            problem = CsvDiagnostics.NotADate.At(lodgedColumn < 0 ? new Place(_plan.File, row.Line) : At(row, lodgedColumn), draft.Lodged,
                "a date as " + string.Join(" or ", _mapping.Dates));
            return null;
        }

        List<Diagnostic>? said = null;
        var finding = ReadFinding(batch, row, lodgedAt, ref said, out problem);
        if (problem is not null)
        {
            return null;
        }

        var content = HashColumns(batch, row, null);
        var number = draft.Number ?? content.ToString("x32", System.Globalization.CultureInfo.InvariantCulture)[..24];
        var identity = new Identity(draft.Office, draft.Year, number, draft.Version);
        var declaration = draft.ToDeclaration(identity, lodgedAt, lodgedOn, finding) with { Source = new Place(_plan.File, row.Line) };
        return new LodgedRow(declaration, draft.Number is not null, HashText(identity.Text), content)
        {
            Goods = _withGoods ? HashColumns(batch, row, _plan.Goods) : 0,
            Raw = batch.Bytes.AsMemory(row.Start, row.Length),
            Diagnostics = said ?? (IReadOnlyList<Diagnostic>)[],
        };
    }

    private int LodgedColumn()
    {
        foreach (var (field, column) in _plan.Fields)
        {
            if (field.Target.Kind == TargetKind.Date)
            {
                return column;
            }
        }

        return -1;
    }

    private Finding? ReadFinding(CsvBatch batch, in CsvRow row, Instant lodgedAt, ref List<Diagnostic>? said, out Diagnostic? problem)
    {
        problem = null;
        if (_plan.Finding < 0)
        {
            return null;
        }

        var rule = _mapping.Finding!;
        var text = _pool.Get(Value(batch, row, _plan.Finding));
        if (text.Length == 0 || _mapping.Missing.Contains(text))
        {
            return null;
        }

        var nonCompliant = rule.NonCompliant.Contains(text);
        if (!nonCompliant && !rule.Compliant.Contains(text))
        {
            problem = CsvDiagnostics.UnknownFinding.At(At(row, _plan.Finding), text,
                string.Join(", ", rule.Compliant.Concat(rule.NonCompliant)));
            return null;
        }

        var known = ReadKnown(batch, row, lodgedAt, ref said, out problem);
        var recovered = problem is null ? ReadRecovered(batch, row, out problem) : null;
        return new Finding(nonCompliant, known, rule.Area, recovered);
    }

    private decimal? ReadRecovered(CsvBatch batch, in CsvRow row, out Diagnostic? problem)
    {
        problem = null;
        var text = _plan.Recovered < 0 ? "" : _pool.Get(Value(batch, row, _plan.Recovered));
        if (text.Length == 0 || _mapping.Missing.Contains(text))
        {
            return null;
        }

        if (_numbers.TryRead(Encoding.UTF8.GetBytes(text), out var money) && Math.Abs(money) <= MaxNumber)
        {
            return money;
        }

        problem = CsvDiagnostics.NotANumber.At(At(row, _plan.Recovered), text, $"a number with «{_mapping.DecimalSign}» as its decimal sign");
        return null;
    }

    private Instant ReadKnown(CsvBatch batch, in CsvRow row, Instant lodgedAt, ref List<Diagnostic>? said, out Diagnostic? problem)
    {
        problem = null;
        var stated = lodgedAt.AddDays(_mapping.Finding!.DelayDays);
        if (_plan.Known < 0)
        {
            return stated;
        }

        var text = _pool.Get(Value(batch, row, _plan.Known));
        if (text.Length == 0 || _mapping.Missing.Contains(text))
        {
            // Without a date and without a stated delay nobody knows when it became known, so it never teaches.
            return _mapping.Finding!.DelayDays == 0 ? Instant.Latest : stated;
        }

        if (!_dates.TryRead(text, out var known, out _))
        {
            problem = CsvDiagnostics.NotADate.At(At(row, _plan.Known), text, "a date as " + string.Join(" or ", _mapping.Dates));
            return stated;
        }

        if (known < lodgedAt)
        {
            (said ??= []).Add(CsvDiagnostics.FindingBeforeLodgement.At(At(row, _plan.Known), text, $"on or after {lodgedAt}"));
            return lodgedAt;
        }

        return known;
    }

    /// <summary>Hash of the given columns, or of all that were there at lodgement.</summary>
    private UInt128 HashColumns(CsvBatch batch, in CsvRow row, int[]? columns)
    {
        var length = 0;
        var count = columns?.Length ?? row.FieldCount;
        for (var i = 0; i < count; i++)
        {
            var column = columns is null ? i : columns[i];
            if (columns is null && !_plan.Lodged[column])
            {
                continue;
            }

            var value = Value(batch, row, column);
            if (_hashInput.Length < length + value.Length + 1)
            {
                Array.Resize(ref _hashInput, Math.Max(_hashInput.Length * 2, length + value.Length + 1));
            }

            value.CopyTo(_hashInput.AsSpan(length));
            length += value.Length;
            _hashInput[length++] = 0;
        }

        return Hash(_hashInput.AsSpan(0, length));
    }

    private UInt128 HashText(string text)
    {
        var needed = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_hashInput.Length < needed)
        {
            _hashInput = new byte[needed];
        }

        return Hash(_hashInput.AsSpan(0, Encoding.UTF8.GetBytes(text, _hashInput)));
    }

    private UInt128 Hash(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _hash.GetHashAndReset(_digest);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(_digest);
    }
}
