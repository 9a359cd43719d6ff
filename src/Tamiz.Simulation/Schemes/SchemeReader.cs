using Tamiz.Formats;
using Tamiz.Simulation.Packs;
using static Tamiz.Simulation.Packs.PackReader;

namespace Tamiz.Simulation.Schemes;

/// <summary>Reads a scheme.</summary>
public static class SchemeReader
{
    private static readonly string[] Extents = ["documents", "scan", "partial", "full"];
    private static readonly string[] Areas = ["revenue", "safety-health-environment", "security-drugs", "intellectual-property-cites"];
    private static readonly string[] AllModes = ["sea", "land", "air"];

    /// <summary>Reads a scheme; what is wrong goes to <paramref name="diagnostics"/>, and an error there means that it must not be used.</summary>
    public static SchemePlan Read(string yaml, string file, ICollection<Diagnostic> diagnostics)
    {
        var top = PlanText.Parse(yaml, file, diagnostics);
        var mechanism = ReadMechanism(top, diagnostics);
        var detection = top.Section("detection", required: true);
        var scheme = new SchemePlan
        {
            Name = PlanWords.Name(top, "name"),
            Mechanism = mechanism?.Name ?? "",
            Kind = top.Choice("kind", "fraud", "fraud", "error", "bargain") switch { "error" => ActKind.Error, "bargain" => ActKind.Bargain, _ => ActKind.Fraud },
            Area = top.Choice("area", "revenue", Areas),
            Actors = ReadActors(top.Section("actors", required: true)),
            Hs = PlanWords.List(top, "hs", WordForm.Hs),
            Origins = PlanWords.List(top, "origins", WordForm.Country),
            Modes = top.Texts("modes"),
            Parameters = ReadParameters(top.Section("parameters"), mechanism),
            Detection = [.. Extents.Select(extent => Share(detection, extent, 0))],
            Birth = top.Whole("birth", 0, 0, 240),
            Growth = Number(top, "growth", 0, 0, 240),
            End = top.Whole("end", 0, 0, 240),
        };
        CheckWhen(top, scheme);
        detection.RejectUnknownKeys();
        ParameterSources.Check(top, diagnostics);
        top.RejectUnknownKeys();
        return scheme;
    }

    private static void CheckWhen(YamlSection top, SchemePlan scheme)
    {
        if (scheme.End > 0 && scheme.End < scheme.Birth)
        {
            top.Report("end", $"{scheme.End}", $"0 for never, or at least {scheme.Birth}, the month of its birth");
        }

        foreach (var mode in scheme.Modes.Where(mode => !AllModes.Contains(mode, StringComparer.Ordinal)))
        {
            top.Report("modes", mode, "sea, land or air");
        }
    }

    private static Mechanism? ReadMechanism(YamlSection top, ICollection<Diagnostic> diagnostics)
    {
        var name = top.Text("mechanism", required: true) ?? "";
        var mechanism = AllMechanisms.Find(name);
        if (mechanism is null && name.Length > 0)
        {
            var known = AllMechanisms.List.Select(one => one.Name).ToList();
            diagnostics.Add(PackDiagnostics.UnknownName.At(top.PlaceOf("mechanism"), name, Nearest.To(name, known) is { } near ? $"«{near}»" : "one of " + string.Join(", ", known)));
        }

        return mechanism;
    }

    private static ActorPlan ReadActors(YamlSection section)
    {
        var plan = new ActorPlan(Share(section, "share", 0.05), Share(section, "others", 0.05), Share(section, "complicit", 0), Share(section, "joins", 0),
            Share(section, "stops", 0.5), Number(section, "spread", 1.5, 0.1, 1000));
        section.RejectUnknownKeys();
        return plan;
    }

    private static Dictionary<string, double> ReadParameters(YamlSection section, Mechanism? mechanism)
    {
        var values = (mechanism?.Parameters ?? []).ToDictionary(parameter => parameter.Name,
            parameter => Number(section, parameter.Name, parameter.Otherwise, parameter.Least, parameter.Most), StringComparer.Ordinal);
        if (mechanism is not null)
        {
            section.RejectUnknownKeys();
        }

        return values;
    }
}
