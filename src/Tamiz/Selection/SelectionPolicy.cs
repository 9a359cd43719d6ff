using Tamiz.Formats;

namespace Tamiz.Selection;

/// <summary>Lanes, capacities and random shares, by office (tamiz.yaml).</summary>
/// <param name="Default">The rule of offices that are not named.</param>
/// <param name="ReleaseLane">The lane without a control.</param>
/// <param name="Offices">Offices with a rule of their own.</param>
public sealed record SelectionPolicy(OfficeRule Default, string ReleaseLane, IReadOnlyDictionary<string, OfficeRule> Offices)
{
    /// <summary>Lanes that leave nothing to choose.</summary>
    public static readonly DiagnosticRule TooFewLanes = new("TZ0401", Severity.Error, "there are too few lanes",
        "at least one lane with a control, and the release lane last", "Correct lanes: in tamiz.yaml.");

    /// <summary>Random shares or capacities that cannot be met.</summary>
    public static readonly DiagnosticRule TooMuchRandom = new("TZ0402", Severity.Warning, "the random share takes the whole capacity",
        "a random share below the lane's capacity", "Raise the capacity or lower the random share in tamiz.yaml.");

    /// <summary>The rule of an office.</summary>
    public OfficeRule Of(string office) => Offices.TryGetValue(office, out var rule) ? rule : Default;

    /// <summary>Reads lanes, referral and offices from tamiz.yaml.</summary>
    public static SelectionPolicy Read(YamlSection top, string file, ICollection<Diagnostic> diagnostics)
    {
        var lanes = top.Sections("lanes", required: true).Select(section => ReadLane(section, section.Text("id", required: true) ?? "", null)).ToList();
        if (lanes.Count < 2)
        {
            diagnostics.Add(TooFewLanes.At(new Place(file, 0, 0, "lanes"), $"{lanes.Count}"));
            lanes = [new LaneRule("red", new Capacity(null, 0.05), 0.01), new LaneRule("green", default, 0)];
        }

        var referral = top.Section("referral");
        var share = (double)referral.Number("share", 0, 0, 1);
        referral.RejectUnknownKeys();
        var normal = new OfficeRule(lanes[..^1], share);
        var offices = new Dictionary<string, OfficeRule>(StringComparer.Ordinal);
        foreach (var section in top.Sections("offices"))
        {
            var id = section.Text("id", required: true) ?? "";
            section.Text("timeZone");
            offices[id] = normal with { Lanes = [.. normal.Lanes.Select(lane => ReadLane(section.Section(lane.Lane), lane.Lane, lane))] };
            section.RejectUnknownKeys();
        }

        foreach (var lane in offices.Values.Prepend(normal).SelectMany(office => office.Lanes).Where(lane => lane.Capacity.PerDay is null && lane.Random > lane.Capacity.Share))
        {
            diagnostics.Add(TooMuchRandom.At(new Place(file, 0, 0, lane.Lane), $"random {lane.Random}, share {lane.Capacity.Share}"));
        }

        return new SelectionPolicy(normal, lanes[^1].Lane, offices);
    }

    private static LaneRule ReadLane(YamlSection section, string id, LaneRule? otherwise)
    {
        var perDay = section.Has("perDay") ? section.Whole("perDay", 0, 0, 1_000_000) : section.Has("share") ? null : otherwise?.Capacity.PerDay;
        var share = (double)section.Number("share", (decimal)(otherwise?.Capacity.Share ?? 0), 0, 1);
        var random = (double)section.Number("random", (decimal)(otherwise?.Random ?? 0), 0, 1);
        section.Text("id");
        section.RejectUnknownKeys();
        return new LaneRule(id, new Capacity(perDay, share), random);
    }
}
