using System.Globalization;
using System.Text;
using Tamiz.Declarations;
using Tamiz.Storage.Archive;
using Tamiz.Storage.Contents;
using Tamiz.Storage.Desk;
using Tamiz.Storage.Persons;

namespace Tamiz.Trials;

/// <summary>
/// Writes steps into the stores of a home until it is killed. Step n is made from n alone, so that what it should have left can be told.
/// After a step is durable its number is printed.
/// </summary>
internal static class StoresWriter
{
    /// <summary>Its name on the command line of the trials.</summary>
    public const string Name = "stores-writer";

    private const int StepsAPart = 4;
    private const int StepsAMonth = 40;

    /// <summary>Goes on from where the stores are.</summary>
    /// <param name="home">The home's folder.</param>
    /// <param name="steps">After how many steps to end.</param>
    public static void Run(string home, int steps)
    {
        using var persons = PersonsTable.Open(home);
        using var desk = DeskDatabase.Open(home);
        var contents = ContentStore.Open(home);
        var archive = ItemArchive.Open(home);
        for (var step = (int)Math.Min(desk.Watermark, archive.Watermark) + 1; step < steps; step++)
        {
            persons.Of(PartyOf(step));
            contents.Put(ContentOf(step));
            persons.Flush();
            Apply(desk, archive, step);
            Console.Out.WriteLine(step);
            Console.Out.Flush();
        }
    }

    public static Party PartyOf(int step) => new($"{step % 50}", $"name {step}", new string('x', step % 300), "HN");

    public static byte[] ContentOf(int step) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"content {step} ", 1 + (step % 500))));

    /// <summary>Writes a step into whichever projection lacks it.</summary>
    public static void Apply(DeskDatabase desk, ItemArchive archive, int step)
    {
        if (step > desk.Watermark)
        {
            desk.Apply(new DeskChanges { Declarations = [DeclarationOf(step)] }, step);
        }

        if (step <= archive.Watermark)
        {
            return;
        }

        var row = RowOf(step);
        if (step % StepsAMonth == 0 && step > 0)
        {
            archive.Close(DateOnly.FromDateTime(row.ReceivedAt.ToUtc()).AddMonths(-1), static (_, item) => item == 1 ? new ArchiveFinding(true, "revenue", 3, 1, new Instant(1), 1m) : null);
        }

        archive.Add(["item.value"], [row, row with { Item = new Item { Sequence = 2 } }], step);
        if (step % StepsAPart == 0)
        {
            archive.Flush();
        }
    }

    private static DeskDeclaration DeclarationOf(int step) => new(
        step, step, string.Create(CultureInfo.InvariantCulture, $"HNPCR/2026/{step}"), 1, "HNPCR", new DateOnly(2026, 11, 24), new Instant(step), new Instant(step), true)
    {
        Lane = step % 10 == 0 ? "red" : "green", Risk = step / 7.0, Importer = (UInt128)step,
    };

    private static ArchiveRow RowOf(int step)
    {
        var at = Instant.FromDate(new DateOnly(2026, 1, 5).AddMonths(step / StepsAMonth));
        var declaration = new Declaration
        {
            Identity = new Identity("HNPCR", 2026, step.ToString(CultureInfo.InvariantCulture)),
            LodgedAt = at,
            LodgedOn = new DateOnly(2026, 1, 5),
            Items = [],
        };
        return new ArchiveRow(step, at, declaration, new Item(), [step]) { Lane = "red" };
    }
}
