namespace Tamiz.Simulation.Checking;

/// <summary>When traders were born and died, after truth/traders.csv.</summary>
internal static class Births
{
    /// <summary>Traders born in each month of the world.</summary>
    public static int[] ByMonth(string folder, WorldColumns world, Problems problems) => Count(folder, world, problems, "born");

    /// <summary>Traders that died in each month of the world.</summary>
    public static int[] DeathsByMonth(string folder, WorldColumns world, Problems problems) => Count(folder, world, problems, "died");

    private static int[] Count(string folder, WorldColumns world, Problems problems, string column)
    {
        var counts = new int[world.Manifest.Months];
        Table.Read(folder, "truth/traders.csv", [column], problems, (in row) =>
        {
            var minute = row.Minute(0);
            if (minute > world.Begin && minute < world.End)
            {
                counts[world.MonthOf(minute)]++;
            }
        });
        return counts;
    }
}
