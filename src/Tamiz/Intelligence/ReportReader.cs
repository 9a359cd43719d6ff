using Tamiz.Declarations;
using Tamiz.Formats;
using Tamiz.Screening;

namespace Tamiz.Intelligence;

/// <summary>Reads graded reports from YAML (docs/reference/intelligence.md).</summary>
public static class ReportReader
{
    /// <summary>Credibility 1 means confirmed by an independent source; without that it counts as 2.</summary>
    public static readonly DiagnosticRule NotCorroborated = new("TZ0801", Severity.Warning, "credibility 1 without corroboration",
        "corroborated: true", "Name the independent confirmation, or grade it 2; it counts as 2.");

    /// <summary>The reports of a file; one that is not complete is left out, with its diagnostics.</summary>
    public static IReadOnlyList<Report> Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var reports = new List<Report>();
        foreach (var section in top.Sections("reports", required: true))
        {
            var problems = new List<Diagnostic>();
            if (ReadOne(section, problems) is { } report && !problems.Exists(problem => problem.Rule.Severity == Severity.Error))
            {
                reports.Add(report);
            }

            foreach (var problem in problems)
            {
                diagnostics.Add(problem);
            }
        }

        top.RejectUnknownKeys();
        return reports;
    }

    private static Report? ReadOne(YamlSection shared, List<Diagnostic> problems)
    {
        var section = shared.ReportingTo(problems);
        var id = section.Text("id", required: true) ?? "";
        var received = section.Date("received", required: true);
        var validTo = section.Date("validTo", required: true);
        var report = new Report(id, ReadGrade(section, problems), section.Text("area", required: true) ?? "", section.Text("origin") ?? id)
        {
            Title = section.Text("title") ?? "",
            Handling = section.Text("handling") ?? "",
            Received = received ?? default,
            ValidFrom = section.Date("validFrom") ?? received ?? default,
            ValidTo = validTo ?? default,
            MustControl = section.Flag("mustControl", false),
            When = ReadConditions(section.Section("when", required: true)),
        };
        section.RejectUnknownKeys();
        return report.When.Count > 0 ? report : null;
    }

    private static Grade ReadGrade(YamlSection section, List<Diagnostic> problems)
    {
        var source = section.Choice("source", "F", "A", "B", "C", "D", "E", "F");
        var credibility = section.Whole("credibility", 6, 1, 6);
        if (!section.Flag("corroborated", false) && credibility == 1)
        {
            problems.Add(NotCorroborated.At(section.Place with { Field = "credibility" }, "1"));
            credibility = 2;
        }

        return new Grade(source[0], credibility);
    }

    private static List<Report.Condition> ReadConditions(YamlSection section)
    {
        var conditions = new List<Report.Condition>();
        foreach (var id in section.Keys.ToArray())
        {
            var values = section.Texts(id, required: true);
            if (Field.Find(id) is not { } field)
            {
                section.Report(id, id, "a field" + (Nearest.To(id, Field.Standard.Select(known => known.Id)) is { } near ? $"; is it «{near}»?" : ""));
                continue;
            }

            var condition = new Report.Condition(field, values);
            conditions.Add(condition.IsName ? condition with { Values = [.. values.Select(NormalName.Of)] }
                : condition.IsHierarchical ? condition with { Values = [.. values.Select(value => value.Replace(".", "", StringComparison.Ordinal))] }
                : condition);
        }

        return conditions;
    }
}
