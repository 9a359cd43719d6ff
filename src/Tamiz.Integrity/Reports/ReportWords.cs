using System.Globalization;
using Tamiz.Documents.Model;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Reports;

/// <summary>Words, dates and numbers of a report in its language.</summary>
internal sealed class ReportWords(ReportSetting setting)
{
    private readonly Phrasebook _words = IntegrityWords.Of(setting.Language);

    /// <summary>The words.</summary>
    public Phrasebook Words => _words;

    /// <summary>What stands where there is nothing.</summary>
    public const string Nothing = "–";

    /// <summary>The words for a code.</summary>
    public string this[string code] => _words[code];

    /// <summary>The words for a code, its places filled in.</summary>
    public string Say(string code, params ReadOnlySpan<(string Name, string Value)> places) => _words.Say(code, places);

    /// <summary>The words for a number of things.</summary>
    public string Count(string code, long count) => Plural.Say(_words, code, count);

    /// <summary>What people wrote; a dash for nothing.</summary>
    public string Of(LocalText text) => text.IsEmpty ? Nothing : text.In(setting.Language);

    /// <summary>A date as the language writes it.</summary>
    public string Of(DateOnly? date) => date?.ToString(setting.Language == Language.En ? "yyyy-MM-dd" : "dd/MM/yyyy", CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>A number; a dash for none.</summary>
    public string Of(double? number) => number is { } value ? _words.Number(value) : Nothing;

    /// <summary>A level with one decimal; words for none.</summary>
    public string Level(double? level) => level is { } value ? value.ToString("0.0", _words.Culture) : _words["assessment.none"];

    /// <summary>A sum of money.</summary>
    public string Money(decimal sum, string currency) => sum == 0 ? Nothing : $"{_words.Number((double)sum)} {currency}";

    /// <summary>A document.</summary>
    public Document Document(string title, string subtitle, IReadOnlyList<Block> blocks) =>
        new(title, subtitle, setting.Language, setting.Date, setting.Administration, setting.Status, blocks);

    /// <summary>A row of cells.</summary>
    public static IReadOnlyList<Cell> Row(params ReadOnlySpan<string> cells) => [.. cells.ToArray().Select(cell => new Cell(cell))];

    /// <summary>Columns with words for their headings; a width of less than 0 is that of a number.</summary>
    public IReadOnlyList<Column> Columns(params ReadOnlySpan<(string Code, double Width)> columns) =>
        [.. columns.ToArray().Select(column => new Column(_words[column.Code], Math.Abs(column.Width), column.Width < 0))];

    /// <summary>How good a level of 0 to 4 is.</summary>
    public static Tone ToneOf(double? level) => level switch { null => Tone.None, < 1 => Tone.Bad, < 2 => Tone.Poor, < 2.75 => Tone.Middling, < 3.5 => Tone.Fair, _ => Tone.Good };
}
