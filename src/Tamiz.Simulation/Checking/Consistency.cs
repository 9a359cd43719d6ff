using System.Globalization;
using System.Text;

namespace Tamiz.Simulation.Checking;

/// <summary>What the files must agree in besides what reading them shows: capacity, and that the truth stays apart.</summary>
internal static class Consistency
{
    /// <summary>Names what does not agree.</summary>
    public static void Check(string folder, WorldColumns world, TruthWords words, Problems problems)
    {
        CheckCapacity(folder, world, problems);
        foreach (var path in world.Manifest.PathsIn("observed", ".csv"))
        {
            Table.Read(folder, path, [], problems, (in row) => words.Check(path, row));
        }

        foreach (var path in world.Manifest.PathsIn("declarations", ".jsonl").Concat(world.Manifest.PathsIn("home", "")))
        {
            words.CheckText(folder, path);
        }
    }

    // An office's capacity of a day is the time of those who are there.
    private static void CheckCapacity(string folder, WorldColumns world, Problems problems)
    {
        var officeOf = new Dictionary<int, int>();
        Table.Read(folder, "observed/roster.csv", ["officer", "office"], problems, (in row) => officeOf[world.Officers.Add(row[0])] = world.Offices.Add(row[1]));
        var present = new Dictionary<(int Office, int Day), long>();
        Table.Read(folder, "observed/shifts.csv", ["officer", "day", "from", "to", "present"], problems, (in row) =>
        {
            var day = (officeOf.GetValueOrDefault(world.Officers.Add(row[0]), WorldColumns.None), row.Minute(1));
            present[day] = present.GetValueOrDefault(day) + (row.Whole(4, 0) == 1 ? Length(row[2], row[3]) : 0);
        });
        // A control whose day cannot be read was named when its row was.
        var controls = world.Controls.Where(control => control.Day != Moment.None).GroupBy(control => (Office: world.Declarations.Office[control.Declaration], control.Day));
        foreach (var day in controls.OrderBy(day => day.Key))
        {
            var (worked, there) = (day.Sum(control => (long)control.Minutes), present.GetValueOrDefault(day.Key));
            if (worked > there)
            {
                problems.Add(CheckDiagnostics.OverCapacity, new Place("observed/controls.csv"),
                    $"{world.Offices.Text(day.Key.Office)} on {Moment.DateOf(day.Key.Day):yyyy-MM-dd}: {worked} minutes", $"at most {there} minutes");
            }
        }
    }

    // Minutes from one time to another, on the next day where it is earlier; 0 where one is missing.
    private static int Length(ReadOnlySpan<byte> from, ReadOnlySpan<byte> to) =>
        MinutesOf(from) is var begin and >= 0 && MinutesOf(to) is var end and >= 0 ? (end - begin + Moment.Day) % Moment.Day : 0;

    // HH:mm, or the time of an instant; -1 for anything else.
    private static int MinutesOf(ReadOnlySpan<byte> text) =>
        TimeOnly.TryParseExact(Encoding.UTF8.GetString(text.Length > 11 ? text[11..] : text), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? (value.Hour * 60) + value.Minute : -1;
}
