using CsCheck;
using Tamiz.Formats.Mappings;
using Tamiz.Storage;
using Tamiz.Storage.Homes;
using Tamiz.Tests.Formats.Carriers;
using Xunit;

namespace Tamiz.Tests.Homes;

/// <summary>A home knows a declaration again whatever carries it.</summary>
public sealed class CarrierImportTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_imported_from_CSV_is_known_from_JSON_and_Parquet(bool live) => CarriedTable.Any(inOrder: true).Where(table => table.Declarations.Count > 3).Sample(
        table =>
        {
            using var test = new TestHome();
            using var home = test.Open();
            var first = Import(test, home, table.ToCsv(), live);
            Assert.Equal((first.Tally.Read, 0L), (first.Tally.Taken, first.Tally.Known));
            foreach (var again in new[] { table.ToJson("lines"), table.ToJson("array indented"), table.ToParquet() })
            {
                var outcome = Import(test, home, again, live);
                Assert.Equal((first.Tally.Read, 0L, 0L), (outcome.Tally.Known, outcome.Tally.Taken, outcome.Tally.Refused));
            }
        },
        iter: 3, threads: 1);

    private static ImportOutcome Import(TestHome test, LiveHome home, byte[] content, bool live)
    {
        var path = test.Beside(Guid.CreateVersion7().ToString("N"));
        File.WriteAllBytes(path, content);
        var diagnostics = new List<Diagnostic>();
        using var input = InputSet.Open([path], Mapping.Read(CarriedTable.Mapping, "mapping.yaml", diagnostics), home.State.Course!.Home.Zones, false, 2, diagnostics);
        Assert.Empty(diagnostics);
        var import = new HomeImport(home, "", 2);
        return live ? import.Live(input, null, static _ => { }) : import.History(input, null, static _ => { });
    }
}
