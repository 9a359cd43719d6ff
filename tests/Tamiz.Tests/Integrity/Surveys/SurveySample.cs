using System.Text;
using Tamiz.Integrity.Surveys;

namespace Tamiz.Tests.Integrity.Surveys;

/// <summary>
/// Makes the invented answers of samples/costa-clara/integrity/survey: whole numbers and a fixed sequence, so that they are the same on any machine. Each
/// respondent leans one way a little, each unit too; round 2026-1 is better in some factors, and in others not.
/// </summary>
internal sealed class SurveySample(ulong seed)
{
    private static readonly Dictionary<string, (int Officials, int OfficialsRise, int Private, int PrivateRise)> Levels = new()
    {
        ["leadership"] = (310, 30, 270, 5), ["regulation"] = (300, 5, 250, 0), ["transparency"] = (295, 35, 260, 40), ["automation"] = (330, 20, 300, 25), ["modernisation"] = (305, 5, 265, 30),
        ["audit"] = (260, 30, 245, 5), ["conduct"] = (320, 15, 290, 10), ["human-resources"] = (265, 0, 270, 0), ["morale"] = (290, 5, 280, 5), ["private-sector"] = (285, 10, 255, 15),
    };

    private static readonly (string Department, int Lean, int[] Operational)[] Departments =
    [
        ("clearance", -10, [88, 15, 3]), ("enforcement", -20, [36, 8, 2]), ("audit", 15, [17, 5, 1]), ("risk", 20, [12, 4, 1]), ("support", 5, [46, 9, 3]), ("legal", 25, [12, 4, 1]),
    ];

    private static readonly (string Kind, int Count, int Lean)[] Kinds = [("importer", 118, 0), ("exporter", 62, 15), ("broker", 71, -15), ("carrier", 48, -5), ("warehouse", 33, 10)];

    private static readonly string[] Grades = ["operational", "middle", "senior"];
    private static readonly string[] Regions = ["capital", "coast", "coast", "north"];
    private static readonly string[] Sizes = ["micro", "micro", "small", "small", "large"];
    private static readonly string[] Offices = ["port", "port", "north", "airport"];

    private ulong _state = seed;

    /// <summary>A file of answers, its rows in the order of their text: that of the forms is in nothing.</summary>
    public static string Csv(Audience audience, int year)
    {
        var sample = new SurveySample((ulong)((year * 10) + (int)audience));
        var form = Questionnaire.Standard.Of(audience);
        var rows = audience == Audience.Officials ? sample.Officials(form, year > 2025) : sample.Traders(form, year > 2025);
        var strata = audience == Audience.Officials ? "department,grade,region" : "kind,size,office";
        return $"{strata},{string.Join(',', form.Statements.Select(statement => statement.Id))}\n{string.Concat(rows.Order(StringComparer.Ordinal).Select(row => row + "\n"))}";
    }

    private IEnumerable<string> Officials(SurveyForm form, bool later) =>
        from department in Departments
        from grade in Enumerable.Range(0, 3)
        from _ in Enumerable.Range(0, department.Operational[grade] + (later && grade == 0 ? 4 : 0))
        let region = Blank(Regions[Next(4)])
        select $"{department.Department},{Grades[grade]},{region}{Answers(form, department.Lean + (grade * 20), later)}";

    private IEnumerable<string> Traders(SurveyForm form, bool later) =>
        from kind in Kinds
        from _ in Enumerable.Range(0, kind.Count + (later ? 6 : 0))
        let size = Blank(Sizes[Next(5)])
        let office = Blank(Offices[Next(4)])
        select $"{kind.Kind},{size},{office}{Answers(form, kind.Lean, later)}";

    private string Answers(SurveyForm form, int lean, bool later)
    {
        var answers = new StringBuilder();
        var own = lean + Next(121) - 60;
        foreach (var (index, statement) in form.Statements.Index())
        {
            var (officials, rise, traders, traderRise) = Levels[statement.Factor.Id];
            var level = form.Audience == Audience.Officials ? officials + (later ? rise : 0) : traders + (later ? traderRise : 0);
            var felt = level + own + (index * 37 % 61) - 30 + Next(161) + Next(161) - 160;
            var answer = Math.Clamp((felt + 50) / 100, 1, 5);
            answers.Append(',').Append(Next(100) < 6 ? "" : Next(100) < 4 ? "0" : $"{(statement.IsReversed ? 6 - answer : answer)}");
        }

        return answers.ToString();
    }

    private string Blank(string category) => Next(100) < 3 ? "" : category;

    // SplitMix64.
    private int Next(int below)
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)below);
        }
    }
}
