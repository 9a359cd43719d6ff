using Tamiz.Formats;

namespace Tamiz.Assessment;

/// <summary>The risk register: the areas that control serves, and how each is weighed (risks.yaml).</summary>
/// <param name="Areas">The areas, in the register's order.</param>
public sealed record RiskRegister(IReadOnlyList<RiskArea> Areas)
{
    /// <summary>Two areas of one id, or reserves of more than the whole.</summary>
    public static readonly DiagnosticRule Inconsistent = new("TZ0501", Severity.Error, "the risk register contradicts itself",
        "areas with ids of their own, and reserved shares of at most 100 % together", "Correct risks.yaml.");

    /// <summary>The area of an id; null where there is none.</summary>
    public RiskArea? Find(string id) => Areas.FirstOrDefault(area => string.Equals(area.Id, id, StringComparison.Ordinal));

    /// <summary>Reads risks.yaml.</summary>
    public static RiskRegister Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(yaml, file, diagnostics);
        var areas = top.Sections("areas", required: true).Select(ReadArea).ToList();
        top.RejectUnknownKeys();
        if (areas.GroupBy(area => area.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            diagnostics.Add(Inconsistent.At(new Place(file, 0, 0, "id"), twice.Key));
        }

        if (areas.Sum(area => area.Reserved) > 1)
        {
            diagnostics.Add(Inconsistent.At(new Place(file, 0, 0, "reserved"), $"{areas.Sum(area => area.Reserved):P0}"));
        }

        return new RiskRegister(areas);
    }

    private static RiskArea ReadArea(YamlSection section)
    {
        var titles = section.Section("title", required: true);
        var area = new RiskArea(
            section.Text("id", required: true) ?? "",
            titles.Keys.ToDictionary(key => key, key => titles.Text(key) ?? "", StringComparer.Ordinal),
            section.Text("owner", required: true) ?? "",
            section.Choice("measure", "money", "money", "scale") == "money",
            section.Number("consequence", 0, 0, 1e15m),
            section.Number("baseShare", 0.02m, 0.000001m, 0.999999m),
            section.Number("reserved", 0, 0, 1));
        section.RejectUnknownKeys();
        return area;
    }
}
