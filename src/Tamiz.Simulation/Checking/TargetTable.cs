using Tamiz.Formats;

namespace Tamiz.Simulation.Checking;

/// <summary>The targets of a world: those of this project, with the bounds that its pack states in their place.</summary>
public static class TargetTable
{
    private const string Resource = "Tamiz.Simulation.targets.yaml";

    private static readonly IReadOnlyList<Target> Own = ReadOwn();

    /// <summary>Those of this project, in the order in which they are shown.</summary>
    public static IReadOnlyList<Target> Default => Own;

    /// <summary>The targets of a pack.</summary>
    /// <param name="targets">Its section <c>targets</c>: by name <c>low</c>, <c>high</c>, <c>source</c>; an unknown name is TZ2809.</param>
    /// <param name="diagnostics">Receives what was wrong.</param>
    public static IReadOnlyList<Target> Of(YamlSection targets, ICollection<Diagnostic> diagnostics)
    {
        foreach (var name in targets.Keys.Where(name => !Own.Any(target => target.Id == name)))
        {
            var near = Nearest.To(name, Own.Select(target => target.Id));
            diagnostics.Add(CheckDiagnostics.UnknownTarget.At(targets.PlaceOf(name), name, near is null ? null : $"«{near}»"));
        }

        return [.. Own.Select(target => targets.Has(target.Id) ? Changed(target, targets.Section(target.Id)) : target)];
    }

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
