using Tamiz.Simulation.Checking;

namespace Tamiz.Simulation.Reporting;

/// <summary>What is controlled, what that finds, and how long it takes.</summary>
internal static class ControlFigures
{
    private static readonly int[] DelayDays = [1, 2, 3, 5, 7, 14, 30, 60, 90, 180];

    public static IEnumerable<Figure> Of(Tally tally, Phrasebook words) => [Lanes(tally, words), ByBasis(tally, words), ByOffice(tally), Delays(tally), Workload(tally)];

    private static Figure Lanes(Tally tally, Phrasebook words)
    {
        var world = tally.World;
        var offices = world.Offices.Count;
        var lodged = Tally.Sums(tally.First, offices, i => world.Declarations.Office[i], _ => 1);
        var shown = Tally.Largest(lodged, Tally.Most);
        return new Figure("lanesByOffice", FigureKind.Bars, "share", [.. shown.Select(world.Offices.Text)], [Lane("red", red: true), Lane("yellow", red: false)]) { FirstColour = 6 };

        Series Lane(string name, bool red)
        {
            var shares = Tally.Over(Tally.Sums(Places(tally), offices, i => OfficeOf(tally, i), i => world.Controls[i].Red == red ? 1 : 0), lodged);
            return new Series(words["series." + name], [.. shown.Select(office => shares[office])]);
        }
    }

    private static Figure ByBasis(Tally tally, Phrasebook words)
    {
        var bases = ControlRow.Bases.Count;
        var controls = Tally.Sums(Places(tally), bases, i => tally.World.Controls[i].Basis, _ => 1);
        var hits = Tally.Sums(Places(tally), bases, i => tally.World.Controls[i].Basis, i => tally.Found[i] ? 1 : 0);
        return new Figure("hitsByBasis", FigureKind.Bars, "share", [.. ControlRow.Bases.Select(basis => words["series." + basis])], [new("", Tally.Over(hits, controls))]);
    }

    private static Figure ByOffice(Tally tally)
    {
        var offices = tally.World.Offices.Count;
        var controls = Tally.Sums(Places(tally), offices, i => OfficeOf(tally, i), _ => 1);
        var rates = Tally.Over(Tally.Sums(Places(tally), offices, i => OfficeOf(tally, i), i => tally.Found[i] ? 1 : 0), controls);
        var shown = Tally.Largest(controls, Tally.Most);
        return new Figure("hitsByOffice", FigureKind.Bars, "share", [.. shown.Select(tally.World.Offices.Text)], [new("", [.. shown.Select(office => rates[office])])]);
    }

    private static Figure Delays(Tally tally)
    {
        var findings = tally.World.Findings.Where(finding => finding.KnownAt >= finding.EndedAt && finding.EndedAt != Moment.None).ToList();
        var counts = Tally.Sums(Enumerable.Range(0, findings.Count), DelayDays.Length + 1,
            i => DelayDays.Count(days => (long)findings[i].KnownAt - findings[i].EndedAt >= days * (long)Moment.Day), _ => 1);
        var names = Enumerable.Range(0, DelayDays.Length + 1)
            .Select(i => i == 0 ? $"< {DelayDays[0]}" : i == DelayDays.Length ? $"≥ {DelayDays[^1]}" : $"{DelayDays[i - 1]}–{DelayDays[i]}");
        return new Figure("delays", FigureKind.Columns, "findings", [.. names], [new("", counts)]);
    }

    private static Figure Workload(Tally tally)
    {
        var world = tally.World;
        var minutes = Tally.Sums(Places(tally), world.Officers.Count, i => world.Controls[i].Inspector, i => world.Controls[i].Minutes);
        var days = new double[world.Officers.Count];
        foreach (var (inspector, _) in world.Controls.Select(control => (control.Inspector, control.Day)).Distinct())
        {
            days[inspector]++;
        }

        var shown = Tally.Largest(minutes, Tally.Most);
        var average = Tally.Over(minutes, days);
        return new Figure("workload", FigureKind.Bars, "minutes", [.. shown.Select(world.Officers.Text)], [new("", [.. shown.Select(officer => average[officer])])]);
    }

    private static IEnumerable<int> Places(Tally tally) => Enumerable.Range(0, tally.World.Controls.Count);

    private static int OfficeOf(Tally tally, int control) => tally.World.Declarations.Office[tally.World.Controls[control].Declaration];
}
