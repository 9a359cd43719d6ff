using Tamiz.Formats;

namespace Tamiz.Simulation.Checking;

/// <summary>The targets of a world: those of this project, with the bounds that its pack states in their place.</summary>
public static class TargetTable
{
    private const string Resource = "Tamiz.Simulation.targets.yaml";
    private const double Tolerance = 0.25;

    private static readonly IReadOnlyList<Target> Own = ReadOwn();

    /// <summary>Those of this project, in the order in which they are shown.</summary>
    public static IReadOnlyList<Target> Default => Own;

    /// <summary>The targets of a pack: around its own rate of fraud, and as its section <c>targets</c> says.</summary>
    /// <param name="pack">The pack; under <c>targets</c>, by name, <c>low</c>, <c>high</c> and <c>source</c>. An unknown name is TZ2809.</param>
    /// <param name="diagnostics">Receives what was wrong.</param>
    public static IReadOnlyList<Target> Of(YamlSection pack, ICollection<Diagnostic> diagnostics)
    {
        var targets = pack.Section("targets");
        foreach (var name in targets.Keys.Where(name => !Own.Any(target => target.Id == name)))
        {
            var near = Nearest.To(name, Own.Select(target => target.Id));
            diagnostics.Add(CheckDiagnostics.UnknownTarget.At(targets.PlaceOf(name), name, near is null ? null : $"«{near}»"));
        }

        var rate = (double)pack.ReportingTo([]).Section("fraud").Number("rate", 0, 0, 1);
        return [.. Own.Select(target => target.Id == "fraudRate" && rate > 0 ? Around(target, rate) : target)
            .Select(target => targets.Has(target.Id) ? Changed(target, targets.Section(target.Id)) : target)];
    }

    // A pack's own rate, give or take a quarter.
    private static Target Around(Target target, double rate) => target with { Low = rate * (1 - Tolerance), High = rate * (1 + Tolerance), Source = "the pack's own rate; " + target.Source };

    private static Target Changed(Target target, YamlSection section)
    {
        var changed = target with
        {
            Low = (double)section.Number("low", (decimal)target.Low),
            High = (double)section.Number("high", (decimal)target.High),
            Source = section.Text("source", required: true) ?? target.Source,
        };
        section.RejectUnknownKeys();
        if (changed.Low > changed.High)
        {
            section.Report("high", $"{changed.High}", $"at least {changed.Low}");
        }

        return changed;
    }

    private static List<Target> ReadOwn()
    {
        using var stream = typeof(TargetTable).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException(Resource + " is not in the assembly");
        using var reader = new StreamReader(stream);
        var section = YamlSection.Parse(reader.ReadToEnd(), Resource, []);
        return [.. section.Keys.Select(name => Read(name, section.Section(name)))];
    }

    private static Target Read(string name, YamlSection section) => new(
        name, (double)section.Number("low", 0), (double)section.Number("high", 0), section.Text("unit") ?? "", section.Text("basis") ?? "", section.Text("source") ?? "");
}
