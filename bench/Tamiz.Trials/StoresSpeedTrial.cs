using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tamiz.Declarations;
using Tamiz.Selection;
using Tamiz.Storage;
using Tamiz.Storage.Archive;
using Tamiz.Storage.Desk;
using Tamiz.Storage.Persons;

namespace Tamiz.Trials;

/// <summary>How fast the stores of a home are, and how much room they take.</summary>
public sealed class StoresSpeedTrial : Trial
{
    private const int FactColumns = 150;
    private const int BatchSize = 1000;
    private const int RebuiltTogether = 20_000;
    private const string Heading = "| what | rows | s | rows a second | CPU s | MiB |\n|---|---|---|---|---|---|\n";

    /// <inheritdoc/>
    public override string Name => "stores-speed";

    /// <inheritdoc/>
    public override string Purpose => "persons, SIZE declarations into the desk, 2.5 items of each with 150 facts into the archive";

    /// <inheritdoc/>
    public override long FullSize => 1_000_000;

    /// <inheritdoc/>
    public override string Run(long size, Action<string> say)
    {
        using var temporary = new TemporaryFiles();
        var home = temporary.Next();
        Directory.CreateDirectory(home);
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"# Stores of a home\n\nCommand: `./tamiz trial {Name} {size}`. {Environment.ProcessorCount} cores, .NET {Environment.Version}.\n\n{Heading}");
        Persons(home, size, report);
        say(report.ToString());
        Desk(home, size, report);
        say(report.ToString());
        Archive(home, size * 5 / 2, report);
        say(report.ToString());
        return report.ToString();
    }

    private static void Persons(string home, long size, StringBuilder report)
    {
        using var persons = PersonsTable.Open(home);
        Party[] parties = [.. Enumerable.Range(0, (int)size).Select(i => new Party($"0801{i:D9}", $"Comercial {i} S. de R. L.", $"Calle {i % 977}, Tegucigalpa", "HN"))];
        Measure("distinct parties, pseudonyms", size, 0, report, () => Array.ForEach(parties, party => persons.Of(party)));
        Measure("distinct parties, one durable transaction", size, 0, report, persons.Flush);
        Measure("parties seen before", size, Size(home, "persons.db"), report, () =>
        {
            for (var i = 0; i < parties.Length; i++)
            {
                persons.Of(parties[parties.Length - 1 - (i % Math.Min(parties.Length, 100_000))]);
            }
        });
    }

    private static void Desk(string home, long size, StringBuilder report)
    {
        using (var desk = DeskDatabase.Open(home))
        {
            Measure("declarations into the desk, twenty thousand a transaction", size, 0, report, () =>
            {
                for (long first = 0; first < size; first += RebuiltTogether)
                {
                    var last = Math.Min(size, first + RebuiltTogether);
                    desk.Apply(new DeskChanges { Declarations = [.. Enumerable.Range((int)first, (int)(last - first)).Select(DeclarationOf)] }, last - 1);
                }
            });
        }

        using var again = DeskDatabase.Open(home);
        Measure("declarations dumped", size, Size(home, DeskDatabase.FileName), report, () => again.Fingerprint());
    }

    private static DeskDeclaration DeclarationOf(int i) => new(
        3L * i, i / BatchSize, string.Create(CultureInfo.InvariantCulture, $"HNPCR/2026/{i:D7}"), 1, "HNPCR", new DateOnly(2026, 1, 1).AddDays(i / 3000), new Instant(i), new Instant(i), true)
    {
        Importer = Mixed(i % 50_000), Declarant = Mixed(i % 300), Exporter = Mixed(i % 70_000), Lane = i % 20 == 0 ? "red" : "green", LaneSequence = (3L * i) + 2, Basis = (Basis)(i % 5), Area = "revenue",
        Risk = i / 3e6, AtStake = i * 1.01, Expected = i * 0.37, Draw = i / 1e6, Inclusion = 0.02, Referral = i % 100 == 0,
    };

    private static void Archive(string home, long rows, StringBuilder report)
    {
        var archive = ItemArchive.Open(home, Environment.ProcessorCount);
        string[] facts = [.. Enumerable.Range(0, FactColumns).Select(i => $"fact.{i}")];
        var samples = Enumerable.Range(0, 4096).Select(FactsOf).ToArray();
        Measure("items into parts of the archive", rows, 0, report, () =>
        {
            for (long first = 0; first < rows; first += BatchSize)
            {
                var count = (int)Math.Min(BatchSize, rows - first);
                archive.Add(facts, [.. Enumerable.Range(0, count).Select(i => RowOf(first + i, samples[(first + i) % samples.Length]))], first + count);
            }

            archive.Flush();
        });
        report.Append(CultureInfo.InvariantCulture, $"| parts | {Directory.GetFiles(Path.Combine(home, "archive")).Length} | | | | {Size(home, "archive") / 1048576.0:F0} |\n");
        Measure("items, month closed", rows, 0, report, () => archive.Close(new DateOnly(2026, 11, 1), static (_, item) => item == 3 ? new ArchiveFinding(true, "revenue", 3, 1, new Instant(1), 10.5m) : null));
        report.Append(CultureInfo.InvariantCulture, $"| closed month | 1 | | | | {Size(home, "archive") / 1048576.0:F0} |\n");
    }

    private static ArchiveRow RowOf(long i, double[] facts)
    {
        var at = Instant.FromDate(new DateOnly(2026, 11, 1)).UnixMilliseconds + i;
        var declaration = new Declaration
        {
            Identity = new Identity("HNPCR", 2026, (i / 3).ToString(CultureInfo.InvariantCulture)),
            LodgedAt = new Instant(at),
            LodgedOn = new DateOnly(2026, 11, 1),
            Regime = "IM4",
            CountryOfExport = "CN",
            TransportMode = "1",
            Invoice = new Money(i * 1.37m, "USD"),
            Items = [],
        };
        var item = new Item
        {
            Sequence = 1 + (int)(i % 3), Hs = $"{i % 5000:D6}", Description = $"goods of kind {i % 9973}", Origin = "CN", NetMass = new Mass(i % 1000),
            GrossMass = new Mass((i % 1000) + 1), CustomsValue = new Money(i * 0.77m, "USD"), DutyRatePercent = 15, Taxes = new Money(i % 999, "HNL"),
        };
        // Facts differ from row to row, and repeat no sooner than a row group does.
        double[] own = [.. facts];
        own[0] = i;
        own[1] = i / 7.0;
        own[2] = i / 13.0;
        return new ArchiveRow(i + 1, new Instant(at), declaration, item, own)
        {
            Importer = new Pseudonyms(Mixed(i % 50_000), Mixed(i % 60_000)), Declarant = new Pseudonyms(Mixed(i % 300), Mixed(i % 300)), Lane = i % 20 == 0 ? "red" : "green",
            Basis = "Value", Area = "revenue", Risk = i / 3e6, AtStake = i * 1.01, Expected = i * 0.37, Inclusion = 0.02, Evidence = "importer.id.findings.lift+0.731 item.hs6.findings.lift-0.212",
        };
    }

    // A third counts, a third shares and log-odds of full precision, the rest flags and what is not known.
    private static double[] FactsOf(int row) => [.. Enumerable.Range(0, FactColumns).Select(column =>
    {
        var mixed = (uint)(Mixed((row * FactColumns) + column) & uint.MaxValue);
        return (column % 6) switch
        {
            0 or 1 => mixed % 3000,
            2 or 3 => mixed / 4294967291.0,
            4 => mixed % 20 == 0 ? 1 : 0,
            _ => mixed % 3 == 0 ? double.NaN : mixed % 40 * 0.25,
        };
    })];

    private static UInt128 Mixed(long number)
    {
        unchecked
        {
            var low = (ulong)number * 0x9E3779B97F4A7C15UL;
            low = (low ^ (low >> 30)) * 0xBF58476D1CE4E5B9UL;
            return new UInt128(low, low ^ (low >> 27));
        }
    }

    private static long Size(string home, string name)
    {
        var path = Path.Combine(home, name);
        return File.Exists(path) ? new FileInfo(path).Length : Directory.GetFiles(path).Sum(file => new FileInfo(file).Length);
    }

    private static void Measure(string what, long rows, long bytes, StringBuilder report, Action work)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        work();
        var seconds = watch.Elapsed.TotalSeconds;
        report.Append(
            CultureInfo.InvariantCulture,
            $"| {what} | {rows} | {seconds:F1} | {rows / seconds:F0} | {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:F1} | {(bytes == 0 ? "" : $"{bytes / 1048576.0:F0}")} |\n");
    }
}
