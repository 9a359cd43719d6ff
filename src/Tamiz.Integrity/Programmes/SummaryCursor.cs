using System.Globalization;
using System.Text.Json;

namespace Tamiz.Integrity.Programmes;

/// <summary>
/// Reads the JSON of a summary in the one order that is laid down. It stops at the first thing that is not as expected: from then on it gives
/// nothing, and <see cref="Failure"/> says what it was.
/// </summary>
internal ref struct SummaryCursor(ReadOnlySpan<byte> file, string name)
{
    private readonly ReadOnlySpan<byte> _file = file;
    private Utf8JsonReader _json = new(file, new JsonReaderOptions { MaxDepth = 8 });
    private string _within = "";
    private string _field = "";

    /// <summary>What was not as expected; null where nothing was.</summary>
    public Diagnostic? Failure { get; private set; }

    /// <summary>Begins the object of the whole file.</summary>
    public void Begin() => Demand(JsonTokenType.StartObject, "an object: { … }");

    /// <summary>Ends an object, and the section that it is.</summary>
    public void End()
    {
        Demand(JsonTokenType.EndObject, "no further field");
        var section = _within.TrimEnd('.');
        _within = section[..(section.LastIndexOf('.') + 1)];
    }

    /// <summary>Nothing comes after.</summary>
    public void EndFile()
    {
        if (Read())
        {
            Fail(ProgrammeDiagnostics.NoSummary, "something after the object", "the end of the file");
        }
    }

    /// <summary>Begins a field that holds an object, or null.</summary>
    /// <returns>Whether there is an object.</returns>
    public bool BeginSection(string field)
    {
        Name(field);
        if (Read() && _json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
        {
            Fail(ProgrammeDiagnostics.WrongField, Raw(), "an object or null");
        }

        if (Failure is not null || _json.TokenType == JsonTokenType.Null)
        {
            return false;
        }

        _within += _field + ".";
        return true;
    }

    /// <summary>Begins a field that holds a list.</summary>
    public void BeginList(string field)
    {
        Name(field);
        Demand(JsonTokenType.StartArray, "a list: [ … ]");
    }

    /// <summary>Begins an object of a list.</summary>
    public void BeginEntry(string list, int index)
    {
        _field = string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
        Demand(JsonTokenType.StartObject, "another object");
        _within = _field + ".";
    }

    /// <summary>Ends a list.</summary>
    public void EndList() => Demand(JsonTokenType.EndArray, "the end of the list");

    /// <summary>A text.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="fits">Whether it can be.</param>
    /// <param name="expected">What would.</param>
    public string Text(string field, Func<string, bool> fits, string expected)
    {
        Name(field);
        Demand(JsonTokenType.String, "a text");
        var text = Failure is null ? Unescaped() : "";
        if (Failure is null && !fits(text))
        {
            Fail(ProgrammeDiagnostics.OutOfRange, text, expected);
        }

        return text;
    }

    /// <summary>Texts of a list, which have to stand in an order that is given.</summary>
    public IReadOnlyList<string> Texts(string field, ReadOnlySpan<string> known)
    {
        BeginList(field);
        var (found, next) = (new List<string>(), 0);
        while (Read() && _json.TokenType == JsonTokenType.String)
        {
            var text = Unescaped();
            var at = known[next..].IndexOf(text);
            if (at < 0)
            {
                Fail(ProgrammeDiagnostics.OutOfRange, text, "some of " + string.Join(", ", known.ToArray()) + ", in this order");
                return [];
            }

            found.Add(text);
            next += at + 1;
        }

        if (Failure is null && _json.TokenType != JsonTokenType.EndArray)
        {
            Fail(ProgrammeDiagnostics.WrongField, Raw(), "a text");
        }

        return found;
    }

    /// <summary>A whole number.</summary>
    public int Whole(string field, int min, int max)
    {
        var number = Number(field, min, max);
        if (number != decimal.Truncate(number))
        {
            Fail(ProgrammeDiagnostics.OutOfRange, Raw(), "a whole number");
        }

        return Failure is null ? (int)number : 0;
    }

    /// <summary>A number within bounds, both included.</summary>
    public decimal Number(string field, decimal min, decimal max)
    {
        Name(field);
        Demand(JsonTokenType.Number, "a number");
        decimal number = 0;
        if (Failure is null && (!_json.TryGetDecimal(out number) || number < min || number > max))
        {
            Fail(ProgrammeDiagnostics.OutOfRange, Raw(), string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"));
        }

        return Failure is null ? number : 0;
    }

    /// <summary>Stops here; what was found before stays the failure.</summary>
    public void Fail(DiagnosticRule rule, string found, string? expected = null)
    {
        if (Failure is null)
        {
            var before = _file[..(int)Math.Min(_file.Length, _json.TokenStartIndex)];
            Failure = rule.At(new Place(name, 1 + before.Count((byte)'\n'), before.Length - before.LastIndexOf((byte)'\n'), _within + _field), found, expected);
        }
    }

    private void Name(string field)
    {
        _field = field;
        if (Read() && (_json.TokenType != JsonTokenType.PropertyName || !_json.ValueTextEquals(field)))
        {
            Fail(ProgrammeDiagnostics.WrongField, Raw(), $"the field «{field}»");
        }
    }

    private void Demand(JsonTokenType type, string expected)
    {
        if (Read() && _json.TokenType != type)
        {
            Fail(ProgrammeDiagnostics.WrongField, Raw(), expected);
        }
    }

    private bool Read()
    {
        if (Failure is not null)
        {
            return false;
        }

        try
        {
            return _json.Read();
        }
        catch (JsonException problem)
        {
            var where = new Place(name, (problem.LineNumber ?? 0) + 1, (int)Math.Min(int.MaxValue, (problem.BytePositionInLine ?? 0) + 1), _within + _field);
            Failure = ProgrammeDiagnostics.NoSummary.At(where, problem.Message);
            return false;
        }
    }

    // A lone half of a surrogate pair may be escaped in JSON, and is no text.
    private string Unescaped()
    {
        try
        {
            return _json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            Fail(ProgrammeDiagnostics.OutOfRange, Raw(), "characters of Unicode");
            return "";
        }
    }

    private readonly string Raw() => _json.TokenType switch
    {
        JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.EndObject or JsonTokenType.EndArray => ((char)_file[(int)_json.TokenStartIndex]).ToString(),
        JsonTokenType.None => "",
        _ => System.Text.Encoding.UTF8.GetString(_json.ValueSpan[..Math.Min(_json.ValueSpan.Length, 400)]),
    };
}
