using Tamiz.Flow;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Mappings;
using Tamiz.Tests.Formats;
using Xunit;

namespace Tamiz.Tests.Bugs;

public sealed class TimeZoneBugs
{
    private const string Offices = "\noffices:\n  - {id: WEST, timeZone: Pacific/Honolulu}\n  - {id: EAST, timeZone: Pacific/Auckland}\n  - {id: NONE}\n";
    private const string WithTime = "\ndates: ['yyyy-MM-ddTHH:mmK', yyyy-MM-dd]";

    [Theory]
    [InlineData("WEST", "2026-01-05T10:00Z", "2026-01-05T10:00:00Z 2026-01-05")]
    [InlineData("WEST", "2026-01-05T09:59Z", "2026-01-05T09:59:00Z 2026-01-04")]
    [InlineData("EAST", "2026-01-05T10:59Z", "2026-01-05T10:59:00Z 2026-01-05")]
    [InlineData("EAST", "2026-01-05T11:00Z", "2026-01-05T11:00:00Z 2026-01-06")]
    [InlineData("NONE", "2026-01-05T05:59Z", "2026-01-05T05:59:00Z 2026-01-04")]
    [InlineData("OTHER", "2026-01-05T06:00Z", "2026-01-05T06:00:00Z 2026-01-05")]
    public void The_day_of_a_declaration_is_that_of_its_own_office(string office, string text, string expected) =>
        Assert.Equal(expected, Read(office, text, WithTime));

    [Theory]
    [InlineData("WEST", "2026-01-05T23:00", "2026-01-06T09:00:00Z 2026-01-05")]
    [InlineData("EAST", "2026-01-05T01:00", "2026-01-04T12:00:00Z 2026-01-05")]
    [InlineData("EAST", "2026-01-05", "2026-01-04T11:00:00Z 2026-01-05")]
    [InlineData("NONE", "2026-01-05T01:00", "2026-01-05T07:00:00Z 2026-01-05")]
    public void A_date_without_a_zone_is_meant_in_the_zone_of_the_rows_office(string office, string text, string expected) =>
        Assert.Equal(expected, Read(office, text, WithTime));

    [Theory]
    [InlineData("WEST", "2026-01-05T08:00", "2026-01-04T23:00:00Z 2026-01-04")]
    [InlineData("EAST", "2026-01-05T22:00", "2026-01-05T13:00:00Z 2026-01-06")]
    [InlineData("WEST", "2026-01-05", "2026-01-04T15:00:00Z 2026-01-05")]
    [InlineData("NONE", "2026-01-05T08:00", "2026-01-04T23:00:00Z 2026-01-05")]
    public void A_mapping_with_a_zone_says_when_it_was_and_the_office_which_day_it_was(string office, string text, string expected) =>
        Assert.Equal(expected, Read(office, text, WithTime + "\ntimeZone: Asia/Seoul"));

    [Fact]
    public void A_file_whose_offices_have_several_zones_is_put_in_order_of_instants()
    {
        using var run = new Assessed();
        var files = HomeTemplate.Files;
        Directory.CreateDirectory(run.InFolder("home"));
        File.WriteAllText(run.InFolder("home/tamiz.yaml"), System.Text.Encoding.UTF8.GetString(files["tamiz.yaml"]) + Offices);
        File.WriteAllBytes(run.InFolder("home/risks.yaml"), files["risks.yaml"]);
        var rows = new[] { Row("A", "WEST", "2026-01-05"), Row("B", "EAST", "2026-01-06"), Row("C", "NONE", "2026-01-06") };
        run.Run(BadInputTests.Mapping, [run.Write("in.csv", string.Join('\n', rows.Prepend(BadInputTests.Heading)) + "\n")], "--home", run.InFolder("home"));
        Assert.Equal(["A 2026-01-05T10:00:00Z", "B 2026-01-05T11:00:00Z", "C 2026-01-06T06:00:00Z"],
            Assessed.Rows(run.OutPath).Skip(1).Select(row => $"{row[0].Split('/')[^1]} {row[2]}"));
    }

    [Theory]
    [InlineData("America/Teguciglpa")]
    [InlineData("Central America Standard Time")]
    [InlineData("../etc/passwd")]
    public void A_zone_that_the_machine_does_not_know_or_that_is_no_IANA_id_is_said_with_what_to_do(string zone)
    {
        var diagnostics = new List<Diagnostic>();
        ReadHome($"\noffices:\n  - {{id: X, timeZone: '{zone}'}}\n", diagnostics);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("TZ0114", diagnostic.Code);
        Assert.Equal(zone, diagnostic.Found);
        Assert.Contains("tzdata", diagnostic.Rule.Advice, StringComparison.Ordinal);
    }

    private static string Row(string number, string office, string date) =>
        BadInputTests.Row(number, ("office", office), ("date", date));

    private static string Read(string office, string text, string more)
    {
        var diagnostics = new List<Diagnostic>();
        var home = ReadHome(Offices, diagnostics);
        var mapping = Mapping.Read(BadInputTests.Mapping + more, "mapping.yaml", diagnostics);
        Assert.Empty(diagnostics);
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{BadInputTests.Heading}\n{Row("A", office, text)}\n"));
        var batch = new CsvReader(stream, ',').Read()!;
        var reader = new RowReader(ColumnPlan.Create(mapping, "in.csv", batch, batch.Rows[0], diagnostics)!, home.Zones);
        var declaration = reader.Read(batch, batch.Rows[1]).Lodged!.Declaration;
        return FormattableString.Invariant($"{declaration.LodgedAt} {declaration.LodgedOn:O}");
    }

    private static Home ReadHome(string more, List<Diagnostic> diagnostics) => Home.Read(
        path => path == "tamiz.yaml" ? [.. HomeTemplate.Files[path], .. System.Text.Encoding.UTF8.GetBytes(more)] : HomeTemplate.Files.GetValueOrDefault(path),
        [], Instant.Latest, diagnostics);
}
