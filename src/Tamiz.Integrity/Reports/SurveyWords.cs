using Tamiz.Documents.Model;
using Tamiz.Integrity.Surveys;
using Estimate = Tamiz.Integrity.Surveys.Figure;

namespace Tamiz.Integrity.Reports;

/// <summary>How figures of the survey are said.</summary>
internal sealed class SurveyWords(ReportWords words)
{
    private const double PointsALevel = 25;
    private const char Unbroken = '\u00A0';
    private static readonly (Withheld Why, string Sign)[] Signs = [(Withheld.Confidential, "(c)"), (Withheld.Differencing, "(d)"), (Withheld.Linked, "(e)"), (Withheld.Empty, "(0)")];
    private readonly HashSet<Withheld> _used = [];

    /// <summary>Why figures that were said so far are not given, each with its sign.</summary>
    public IReadOnlyList<string> Legend => [.. Signs.Where(one => _used.Contains(one.Why)).Select(one => $"{one.Sign} {words["survey.withheld." + one.Why.ToString().ToLowerInvariant()]}")];

    /// <summary>A number, or the sign of why there is none.</summary>
    public string Of(double? value, Withheld why) => value is { } number ? Number(number) : SignOf(why);

    /// <summary>A figure with its interval.</summary>
    public string Of(Estimate figure) => figure.Value is not { } value ? SignOf(figure.Withheld)
        : figure is { Lower: { } lower, Upper: { } upper } ? $"{Number(value)} [{Number(lower)}; {Number(upper)}]".Replace(' ', Unbroken) : Number(value);

    /// <summary>A share with its interval, in whole percent.</summary>
    public string Percent(Estimate figure) => figure.Value is not { } value ? SignOf(figure.Withheld)
        : figure is { Lower: { } lower, Upper: { } upper } ? $"{Whole(value)} [{Whole(lower)}; {Whole(upper)}]".Replace(' ', Unbroken) : Whole(value);

    /// <summary>A share in whole percent; a dash for none.</summary>
    public string Percent(double? share) => share is { } value ? Whole(value) : ReportWords.Nothing;

    /// <summary>An index of 0 to 100 as a cell.</summary>
    public Cell Cell(Estimate index) => new(Of(index), ReportWords.ToneOf(index.Value / PointsALevel));

    /// <summary>Values and intervals as a series of a chart.</summary>
    public static Series Series(string name, IEnumerable<Estimate> figures)
    {
        var all = figures.ToList();
        return new Series(name, [.. all.Select(figure => figure.Value ?? double.NaN)], [.. all.Select(figure => (figure.Lower ?? double.NaN, figure.Upper ?? double.NaN))]);
    }

    /// <summary>The words of a category of a background question.</summary>
    public string Category(SurveyForm form, string background, string category) => category.Length == 0 ? words["survey.notStated"]
        : form.FindBackground(background)?.Categories.FirstOrDefault(one => one.Id == category) is { } found ? words.Of(found.Text) : category;

    private string Whole(double share) => words.Of(Math.Round(share * 100));

    // A small fall that rounds to nothing is 0, not -0.
    private string Number(double value) => words.Of(value == 0 ? 0 : value);

    private string SignOf(Withheld why)
    {
        _used.Add(why);
        return Array.Find(Signs, one => one.Why == why).Sign ?? ReportWords.Nothing;
    }
}
