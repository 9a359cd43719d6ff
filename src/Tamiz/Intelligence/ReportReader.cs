using Tamiz.Declarations;
using Tamiz.Formats;

namespace Tamiz.Intelligence;

/// <summary>Reads graded reports from YAML (docs/reference/intelligence.md).</summary>
public static class ReportReader
{
    /// <summary>Credibility 1 means confirmed by an independent source; without that it counts as 2.</summary>
    public static readonly DiagnosticRule NotCorroborated = new("TZ0801", Severity.Warning, "credibility 1 without corroboration",
        "corroborated: true", "Name the independent confirmation, or grade it 2; it counts as 2.");

    /// <summary>Two reports of a file with the same id; the first is used.</summary>
    public static readonly DiagnosticRule Duplicate = new("TZ0802", Severity.Error, "two reports have the same id",
        "an id of its own", "Give the report its own number; the first is used.");

    /// <summary>What can be wrong with a report beside its YAML, by number.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } = [NotCorroborated, Duplicate];

    /// <summary>The reports of a file; one with an error is left out, with its diagnostics, so that no condition of it is lost unseen.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="file">Its name, for diagnostics.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ0801 and TZ0802.</param>
    public static IReadOnlyList<Report> Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var reports = new List<Report>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in top.Sections("reports", required: true))
        {
            var problems = new List<Diagnostic>();
            var report = ReadOne(section.ReportingTo(problems), problems);
            if (report.Id.Length > 0 && !ids.Add(report.Id))
            {
                problems.Add(Duplicate.At(section.Place with { Field = "id" }, report.Id));
            }

            if (!problems.Exists(problem => problem.Rule.Severity == Severity.Error))
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

    private static Report ReadOne(YamlSection section, List<Diagnostic> problems)
    {
        var id = Required(section, "id");
        var received = section.Date("received", required: true);
        var from = section.Date("validFrom") ?? received;
        var to = section.Date("validTo", required: true);
        if (to < from)
        {
            section.Report("validTo", section.Text("validTo") ?? "", "a day not before validFrom");
        }

        var report = new Report(id, ReadGrade(section, problems), Required(section, "area"), section.Text("origin") is { Length: > 0 } origin ? origin : id)
        {
            Title = section.Text("title") ?? "",
            Handling = section.Text("handling") ?? "",
            Received = received ?? default,
            ValidFrom = from ?? default,
            ValidTo = to ?? default,
            MustControl = section.Flag("mustControl", false),
            When = ReadConditions(section.Section("when", required: true), section),
        };
        section.RejectUnknownKeys();
        return report;
    }

    /// <summary>A text that is there and not empty.</summary>
    private static string Required(YamlSection section, string key)
    {
        var text = section.Text(key, required: true) ?? "";
        if (section.Has(key) && string.IsNullOrWhiteSpace(text))
        {
            section.Report(key, text, "a text");
        }

        return text;
    }

    private static Grade ReadGrade(YamlSection section, List<Diagnostic> problems)
    {
        _ = Required(section, "source");
        _ = Required(section, "credibility");
        var source = section.Choice("source", "F", "A", "B", "C", "D", "E", "F");
        var credibility = section.Whole("credibility", 6, 1, 6);
        if (!section.Flag("corroborated", false) && credibility == 1)
        {
            problems.Add(NotCorroborated.At(section.Place with { Field = "credibility" }, "1"));
            credibility = 2;
        }

        return new Grade(source[0], credibility);
    }

    private static List<ReportCondition> ReadConditions(YamlSection section, YamlSection report)
    {
        var conditions = new List<ReportCondition>();
        var keys = section.Keys.ToArray();
        if (keys.Length == 0 && report.IsSection("when"))
        {
            report.Report("when", "", "at least one field with its values");
        }

        foreach (var id in keys)
        {
            var values = section.Texts(id);
            if (Field.Find(id) is not { } field)
            {
                section.Report(id, id, Nearest.To(id, Field.Standard.Select(known => known.Id)) is { } near ? $"a field; is it «{near}»?" : "a field");
            }
            else if (values.Count == 0)
            {
                section.Report(id, "", "at least one value");
            }
            else
            {
                conditions.Add(new ReportCondition(field, ReadValues(section, id, values)));
            }
        }

        return conditions;
    }

    private static List<string> ReadValues(YamlSection section, string id, IReadOnlyList<string> values)
    {
        var read = new List<string>();
        foreach (var value in values)
        {
            var comparable = ReportCondition.Comparable(id, value);
            if (Problem(id, comparable) is { } expected)
            {
                section.Report(id, value, expected);
            }
            else if (!read.Contains(comparable, StringComparer.Ordinal))
            {
                read.Add(comparable);
            }
        }

        return read;
    }

    private static string? Problem(string id, string comparable)
    {
        if (ReportCondition.KindOf(id) == ValueKind.Heading)
        {
            var most = id.Length > "item.hs".Length ? id[^1] - '0' : 12;
            return comparable.Length >= 2 && comparable.Length <= most && comparable.All(char.IsAsciiDigit) ? null : $"2 to {most} digits";
        }

        return comparable.Length > 0 ? null
            : ReportCondition.KindOf(id) == ValueKind.Name ? "a name that tells its bearer: at least four letters, and more than one common word"
            : "a value";
    }
}
