using Tamiz.Simulation.Checking;

namespace Tamiz.Simulation.Reporting;

/// <summary>Makes the portrait of a written world, so that an officer can say whether it looks like home.</summary>
public static class WorldReport
{
    /// <summary>Reads the world in a folder; null where there is none. Nothing is thrown for what stands in it.</summary>
    /// <param name="folder">Folder that tamiz simulate world wrote.</param>
    /// <param name="words">The words for names of series and categories.</param>
    /// <param name="diagnostics">Receives what was wrong; what cannot be read is left out.</param>
    public static Portrait? Read(string folder, Phrasebook words, ICollection<Diagnostic> diagnostics)
    {
        var problems = new Problems();
        var portrait = WorldReading.Read(folder, problems) is { } world ? Draw(folder, world, words, problems) : null;
        foreach (var diagnostic in problems.Diagnostics)
        {
            diagnostics.Add(diagnostic);
        }

        return portrait;
    }

    private static Portrait Draw(string folder, WorldColumns world, Phrasebook words, Problems problems)
    {
        var tally = new Tally(world);
        return new Portrait(
            world.Manifest.Country,
            world.Manifest.Currency,
            world.Manifest.Seed,
            world.Manifest.Begin,
            world.Manifest.Begin.AddMonths(world.Manifest.Months).AddDays(-1),
            HeadFigures.Of(tally),
            [
                .. TradeFigures.Of(tally, words),
                .. TraderFigures.Of(tally, words, (Births.ByMonth(folder, world, problems), Births.DeathsByMonth(folder, world, problems))),
                .. ControlFigures.Of(tally, words),
                .. TruthFigures.Of(folder, tally, words, problems),
            ]);
    }
}
