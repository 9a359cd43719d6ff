using Tamiz.Simulation.Checking;

namespace Tamiz.Simulation.Reporting;

/// <summary>The numbers at the head of the report.</summary>
internal static class HeadFigures
{
    public static IReadOnlyList<HeadFigure> Of(Tally tally)
    {
        var (world, judged) = (tally.World, (double)tally.First.Count);
        var fraudulent = new bool[world.Declarations.Count];
        foreach (var item in tally.FirstItems.Where(item => world.Items.Kind[item] == ItemKind.Fraud))
        {
            fraudulent[world.Items.Declaration[item]] = true;
        }

        return
        [
            new("declarations", judged),
            new("items", tally.FirstItems.Count),
            new("importers", world.Importers.Count),
            new("declarants", world.Declarants.Count),
            new("offices", world.Offices.Count),
            new("revenue", Sum(world.Items.Taxes)),
            new("red", world.Controls.Count(control => control.Red) / judged, IsShare: true),
            new("yellow", world.Controls.Count(control => !control.Red) / judged, IsShare: true),
            new("hitRate", tally.Found.Count(found => found) / (double)world.Controls.Count, IsShare: true),
            new("recovered", world.Findings.Sum(finding => finding.Recovered)),
            new("fraud", fraudulent.Count(fraud => fraud) / judged, IsShare: true),
            new("evaded", Sum(world.Items.Evaded)),
        ];

        double Sum(List<double> values) => tally.FirstItems.Sum(item => double.IsNaN(values[item]) ? 0 : values[item]);
    }
}
