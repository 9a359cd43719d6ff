using System.Buffers.Text;

namespace Tamiz.Simulation.Checking;

/// <summary>Reads what was recorded about declarations: truth, controls, findings, cancellations. Rows about what was not lodged are named.</summary>
internal static class SideReading
{
    private static readonly string[] Kinds = ["honest", "error", "bargain", "fraud"];
    private static readonly string[] Results = ["compliant", "error", "offence"];
    private static readonly string[] Lanes = ["red", "yellow"];

    /// <summary>Reads them all.</summary>
    public static void Read(string folder, WorldColumns world, Problems problems)
    {
        ReadTruth(folder, world, problems);
        ReadControls(folder, world, problems);
        ReadFindings(folder, world, problems);
        Table.Read(folder, "observed/cancellations.csv", ["declaration", "at", "reason?"], problems, (in row) =>
        {
            var declaration = Find(world, row, WorldColumns.None, problems);
            if (declaration != WorldColumns.None)
            {
                world.Declarations.Cancelled[declaration] = true;
            }
        });
    }

    /// <summary>Writes what tells a version from the first one; returns how many bytes that are.</summary>
    public static int AppendVersion(Span<byte> into, int version)
    {
        if (version == 1)
        {
            return 0;
        }

        "-v"u8.CopyTo(into);
        Utf8Formatter.TryFormat(version, into[2..], out var written);
        return written + 2;
    }

    private static void ReadTruth(string folder, WorldColumns world, Problems problems)
    {
        Table.Read(folder, "truth/items.csv", ["declaration", "version", "item", "scheme", "kind", "evaded"], problems, (in row) =>
        {
            var declaration = Find(world, row, 1, problems);
            var item = world.FindItem(declaration, row.Whole(2, 1));
            if (item == WorldColumns.None)
            {
                problems.Add(CheckDiagnostics.NotLodged, row.At(2), $"{row.Text(0)} item {row.Text(2)}");
                return;
            }

            if (world.Items.Kind[item] != ItemKind.Unknown)
            {
                problems.Add(CheckDiagnostics.TruthMissing, row.At(0), $"a second row of {row.Text(0)} item {row.Text(2)}");
            }

            world.Items.Kind[item] = (ItemKind)(row.Choice(4, Kinds) + 1);
            world.Items.Scheme[item] = row[3].IsEmpty ? WorldColumns.None : world.Schemes.Add(row[3]);
            world.Items.Evaded[item] = row.Number(5) is var evaded && double.IsNaN(evaded) ? 0 : evaded;
        });
        for (var item = 0; item < world.Items.Count; item++)
        {
            if (world.Items.Kind[item] == ItemKind.Unknown)
            {
                problems.Add(CheckDiagnostics.TruthMissing, new Place("truth/items.csv"), $"none of {world.Names.Text(world.Items.Declaration[item])} item {world.Items.Sequence[item]}");
            }
        }
    }

    private static void ReadControls(string folder, WorldColumns world, Problems problems)
    {
        string[] headings = ["declaration", "version", "lane", "basis", "day", "inspector", "minutes"];
        Table.Read(folder, "observed/controls.csv", headings, problems, (in row) =>
        {
            var declaration = Find(world, row, 1, problems);
            var control = new ControlRow(
                declaration, row.Choice(2, Lanes) == 0, row.Choice(3, [.. ControlRow.Bases]), world.Officers.Add(row[5]), row.Minute(4), row.Whole(6, 0));
            if (declaration == WorldColumns.None)
            {
                return;
            }

            if (control.Day != Moment.None && control.Day + Moment.Day <= world.Declarations.LodgedAt[declaration])
            {
                problems.Add(CheckDiagnostics.OutOfOrder, row.At(4), row.Text(4), $"from {Moment.Text(world.Declarations.LodgedAt[declaration])} on");
            }

            world.Declarations.Control[declaration] = world.Controls.Count;
            world.Controls.Add(control);
        });
    }

    private static void ReadFindings(string folder, WorldColumns world, Problems problems)
    {
        string[] headings = ["declaration", "version", "item", "startedAt", "endedAt", "knownAt", "result", "recovered"];
        Table.Read(folder, "observed/findings.csv", headings, problems, (in row) =>
        {
            var declaration = Find(world, row, 1, problems);
            if (declaration == WorldColumns.None)
            {
                return;
            }

            var (started, ended, known) = (row.Minute(3), row.Minute(4), row.Minute(5));
            if (world.Declarations.Control[declaration] == WorldColumns.None)
            {
                problems.Add(CheckDiagnostics.FindingWithoutControl, row.At(0), row.Text(0));
            }

            if (started < world.Declarations.LodgedAt[declaration] || ended < started || known < ended)
            {
                problems.Add(CheckDiagnostics.OutOfOrder, row.At(5), $"lodged {Moment.Text(world.Declarations.LodgedAt[declaration])}, begun {row.Text(3)}, ended {row.Text(4)}, known {row.Text(5)}");
            }

            var item = row[2].IsEmpty ? WorldColumns.None : world.FindItem(declaration, row.Whole(2, 1));
            var recovered = row.Number(7);
            world.Findings.Add(new FindingRow(declaration, item, row.Choice(6, Results), ended, known, double.IsNaN(recovered) ? 0 : recovered));
        });
    }

    // The first column names the declaration, another one its version where there is one.
    private static int Find(WorldColumns world, in TableRow row, int versionColumn, Problems problems)
    {
        Span<byte> name = stackalloc byte[256];
        var declaration = WorldColumns.None;
        if (row[0].Length <= 240)
        {
            row[0].CopyTo(name);
            var length = row[0].Length + AppendVersion(name[row[0].Length..], versionColumn < 0 ? 1 : row.Whole(versionColumn, 1));
            declaration = world.Names.Find(name[..length]);
        }

        if (declaration == WorldColumns.None)
        {
            problems.Add(CheckDiagnostics.NotLodged, row.At(0), row.Text(0));
        }

        return declaration;
    }
}
