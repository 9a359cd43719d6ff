using Tamiz.Formats;
using Tamiz.Formats.Mappings;

namespace Tamiz.Selection;

/// <summary>Reads the keys lanes, referral and offices of tamiz.yaml.</summary>
public static class SelectionReader
{
    private static readonly string[] OfficeKeys = ["id", "timeZone", "random"];

    /// <summary>Reads the policy. Use it only where nothing of severity error was added.</summary>
    /// <param name="top">The file's top. Its other keys are left alone: its reader rejects unknown ones.</param>
    /// <param name="diagnostics">Receives TZ04xx and TZ0114; the section adds TZ0102 to TZ0104 to its own, usually the same.</param>
    public static SelectionPolicy Read(YamlSection top, ICollection<Diagnostic> diagnostics)
    {
        var (lanes, release) = ReadLanes(top, diagnostics);
        var referral = top.Section("referral");
        var rule = new OfficeRule(lanes, (double)referral.Number("share", 0, 0, 1));
        referral.RejectUnknownKeys();

        var offices = new Dictionary<string, OfficeRule>(StringComparer.Ordinal);
        foreach (var section in top.Sections("offices"))
        {
            var id = section.Text("id", required: true) ?? "";
            if (!offices.TryAdd(id, ReadOffice(section, rule, release, diagnostics)))
            {
                diagnostics.Add(SelectionDiagnostics.DuplicateOffice.At(section.Place with { Field = "id" }, id));
            }
        }

        return new SelectionPolicy(rule, release, offices);
    }

    private static (IReadOnlyList<LaneRule> Lanes, string Release) ReadLanes(YamlSection top, ICollection<Diagnostic> diagnostics)
    {
        var sections = top.Sections("lanes", required: true);
        var lanes = new List<LaneRule>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            var id = section.Text("id", required: true) ?? "";
            CheckId(id, ids, section, diagnostics);
            if (i < sections.Count - 1)
            {
                lanes.Add(ReadLane(section, id, null, diagnostics));
            }
            else
            {
                CheckRelease(section, id, diagnostics);
            }

            section.RejectUnknownKeys();
        }

        if (lanes.Count == 0)
        {
            diagnostics.Add(SelectionDiagnostics.TooFewLanes.At(top.Place with { Field = "lanes" }, string.Join(", ", ids)));
            return ([new LaneRule("red", new Capacity(null, 0.05), 0.01)], "green");
        }

        CheckSums(lanes, sections[0].Place, diagnostics);
        return (lanes, sections[^1].Text("id") ?? "");
    }

    private static void CheckId(string id, HashSet<string> ids, YamlSection section, ICollection<Diagnostic> diagnostics)
    {
        var place = section.Place with { Field = "id" };
        if (!ids.Add(id))
        {
            diagnostics.Add(SelectionDiagnostics.DuplicateLane.At(place, id));
        }

        if (OfficeKeys.Contains(id, StringComparer.Ordinal) || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            diagnostics.Add(SelectionDiagnostics.UnusableLane.At(place, id));
        }
    }

    private static LaneRule ReadLane(YamlSection section, string id, LaneRule? otherwise, ICollection<Diagnostic> diagnostics)
    {
        var share = (double)section.Number("share", 0, 0, 1);
        var perDay = section.Whole("perDay", 0, 0, 1_000_000);
        var random = (double)section.Number("random", (decimal)(otherwise?.Random ?? 0), 0, 1);
        var (hasShare, hasPerDay) = (section.Has("share"), section.Has("perDay"));
        if (hasShare && hasPerDay)
        {
            diagnostics.Add(SelectionDiagnostics.TwoCapacities.At(section.Place, $"{id}: share and perDay"));
        }

        if (!hasShare && !hasPerDay && otherwise is null)
        {
            diagnostics.Add(SelectionDiagnostics.NoCapacity.At(section.Place, id));
        }

        var capacity = hasPerDay ? new Capacity(perDay, 0) : hasShare ? new Capacity(null, share) : otherwise?.Capacity ?? default;
        return new LaneRule(id, capacity, random);
    }

    private static void CheckRelease(YamlSection section, string id, ICollection<Diagnostic> diagnostics)
    {
        foreach (var key in new[] { "share", "perDay", "random" })
        {
            if (section.Has(key))
            {
                diagnostics.Add(SelectionDiagnostics.ControlledRelease.At(section.Place with { Field = key }, $"{id}: {key}"));
            }
        }
    }

    private static OfficeRule ReadOffice(YamlSection section, OfficeRule otherwise, string release, ICollection<Diagnostic> diagnostics)
    {
        var zone = OfficeZones.Read(section, diagnostics);
        var lanes = new List<LaneRule>(otherwise.Lanes);
        lanes[0] = lanes[0] with { Random = (double)section.Number("random", (decimal)lanes[0].Random, 0, 1) };
        for (var i = 0; i < lanes.Count; i++)
        {
            var lane = section.Section(lanes[i].Lane);
            lanes[i] = ReadLane(lane, lanes[i].Lane, lanes[i], diagnostics);
            lane.RejectUnknownKeys();
        }

        if (section.Has(release))
        {
            diagnostics.Add(SelectionDiagnostics.ControlledRelease.At(section.Place with { Field = release }, release));
        }

        section.RejectUnknownKeys();
        CheckSums(lanes, section.Place, diagnostics);
        return otherwise with { Lanes = lanes, TimeZone = zone };
    }

    private static void CheckSums(List<LaneRule> lanes, Place place, ICollection<Diagnostic> diagnostics)
    {
        var random = lanes.Sum(lane => (decimal)lane.Random);
        var share = lanes.Sum(lane => lane.Capacity.PerDay is null ? (decimal)lane.Capacity.Share : 0);
        if (random > 1)
        {
            diagnostics.Add(SelectionDiagnostics.TooMuchRandom.At(place, Percent(random)));
        }

        if (share > 1)
        {
            diagnostics.Add(SelectionDiagnostics.TooMuchCapacity.At(place, Percent(share)));
        }

        if (lanes[0].Random == 0)
        {
            diagnostics.Add(SelectionDiagnostics.NoRandom.At(place, $"{lanes[0].Lane}: random 0 %"));
        }

        foreach (var lane in lanes.Where(lane => lane is { Random: > 0, Capacity: { PerDay: null, Share: > 0 } } && lane.Random >= lane.Capacity.Share))
        {
            diagnostics.Add(SelectionDiagnostics.RandomFillsLane.At(place, $"{lane.Lane}: random {Percent((decimal)lane.Random)}"));
        }
    }

    private static string Percent(decimal share) => FormattableString.Invariant($"{share * 100:0.####} %");
}
