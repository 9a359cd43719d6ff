using System.Globalization;
using System.Text.Json;
using Tamiz.Cli;
using Tamiz.Ledger;
using Tamiz.Storage.Homes;
using Tamiz.Storage.Ledger;
using Tamiz.Tests.Homes;
using Xunit;

namespace Tamiz.Tests.Bugs;

[Collection(nameof(Alone))]
public sealed class HomeBugs : IDisposable
{
    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void A_home_is_backed_up_by_the_command_and_what_is_restored_of_it_imports()
    {
        var file = _home.Beside("march.csv");
        File.WriteAllLines(file, TestHome.Sample("march.csv", 20));
        Run("import", file, "--live", "--home", _home.Folder);
        Run("home", "backup", _home.Beside("backup"), "--with-keys", "--home", _home.Folder);
        Run("home", "restore", _home.Beside("backup"), _home.Beside("restored"));
        File.WriteAllLines(file, TestHome.Sample("march.csv", 50).Where((_, line) => line is 0 or > 40));
        Assert.Equal(10, Run("import", file, "--live", "--home", _home.Beside("restored")).GetProperty("taken").GetInt32());
    }

    [Fact]
    public void Refused_rows_are_kept_where_the_folder_for_them_was_empty_and_is_gone()
    {
        Directory.Delete(Path.Combine(_home.Folder, "quarantine"));
        var file = _home.Beside("march.csv");
        File.WriteAllLines(file, TestHome.Sample("march.csv", 20).Append("HNPCR,20x6,1,1"));
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        Program.Run(["import", file, "--live", "--home", _home.Folder, "--json"], output, TextWriter.Null, TimeProvider.System);
        Assert.True(File.Exists(JsonDocument.Parse(output.ToString()).RootElement.GetProperty("quarantine").GetString()));
    }

    [Fact]
    public void What_comes_after_its_day_was_closed_by_hand_is_drawn_on_the_next_day()
    {
        var lines = TestHome.Sample("march.csv", 12);
        _home.Import(live: true, lines[..7]);
        using var home = _home.Open();
        new OfficeDays(home).Close([.. home.State.Books.Where(book => book.Value.Open is not null).Select(book => book.Key)], "ana");
        var outcome = _home.Import(home, live: true, 1, [lines[0], .. lines[7..]]);
        Assert.Equal(outcome.Tally.Declarations, outcome.Lanes.Values.Sum());
        Assert.True(outcome.Tally.Declarations > 0);
        var draws = home.Log.Read().Select(entry => entry.Read()).OfType<DrawMade>().ToList();
        Assert.Contains(draws, draw => draw.Day == new DateOnly(2026, 3, 2));
        Assert.Equal(0, new HomeReplay(home, true, 1).Run(null).Differing);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_with_several_versions_of_a_declaration_is_known_whole_when_it_comes_again(bool live)
    {
        var sample = TestHome.Sample("history.csv", 400);
        var found = sample.Skip(1).First(line => line.Contains(",conforme,", StringComparison.Ordinal));
        string[] lines = [sample[0], .. sample.Skip(1).SelectMany(line => (string[])[line, Version(line, 2), Version(line, 3)])];
        lines[Array.IndexOf(lines, found) + 2] = Version(found.Replace(",conforme,", ",irregular,", StringComparison.Ordinal), 3);
        Assert.Equal(1200, _home.Import(live, lines).Tally.Taken);
        using (var open = _home.Open())
        {
            open.Keep(0);
            Assert.Null(open.CheckKept());
        }

        for (var time = 0; time < 2; time++)
        {
            var again = _home.Import(live, lines);
            Assert.Equal((1200, 0, 0, 0), (again.Tally.Known, again.Tally.Taken, again.Tally.Refused, again.Findings));
        }

        lines[1] = lines[1].Replace(",USD,", ",EUR,", StringComparison.Ordinal);
        Assert.Equal(1, _home.Import(live, lines).Tally.Refused);
    }

    // A day later for each version.
    private static string Version(string line, int version)
    {
        var fields = line.Split(',');
        fields[4] = DateOnly.ParseExact(fields[4], "O", CultureInfo.InvariantCulture).AddDays(version - 1).ToString("O", CultureInfo.InvariantCulture);
        return string.Join(',', [.. fields[..^1], version.ToString(CultureInfo.InvariantCulture)]);
    }

    [Fact]
    public void A_folder_whose_ledger_was_not_written_when_it_was_made_is_no_home_yet()
    {
        var folder = _home.Beside("half");
        Directory.CreateDirectory(Path.Combine(folder, "ledger"));
        Run("init", folder);
        Assert.NotEmpty(new LedgerFolder(Path.Combine(folder, "ledger")).List());
    }

    [Fact]
    public void An_erasure_stands_in_the_ledger_before_names_are_gone()
    {
        _home.Import(live: true, TestHome.Sample("march.csv", 20));
        using var home = _home.Open();
        var person = home.Log.Read().Select(entry => entry.Read()).OfType<DeclarationEntered>().First(one => one.Parties.Importer is not null).Parties.Importer!.Value;
        home.Erase("ana", person.Identifier!.Value.Value, "Ley 1");
        var erased = home.Log.Read().Select(entry => entry.Read()).OfType<PersonsErased>().Single();
        Assert.Equal([person.Identifier.Value, person.Person!.Value], erased.Erased.OrderBy(one => one == person.Person.Value));
        Assert.Empty(new HomeCheck(home).Run());
    }

    [Fact]
    public async Task Checkpoints_are_copied_to_the_escrow_whole_and_once()
    {
        using var home = _home.Open();
        await home.Log.MakeCheckpoint();
        var escrow = _home.Beside("escrow");
        EscrowFolder.Copy(_home.Folder, escrow);
        var first = Directory.GetFiles(escrow).Single();
        File.WriteAllText(first, "kept");
        await home.Log.MakeCheckpoint();
        EscrowFolder.Copy(_home.Folder, escrow);
        Assert.Equal(2, Directory.GetFiles(escrow).Length);
        Assert.Equal("kept", File.ReadAllText(first));
    }

    [Fact]
    public void New_declarations_and_late_findings_of_one_file_stand_in_the_ledger_in_the_order_of_their_instants()
    {
        using var home = new TestHome(new TickingClock());
        var lines = TestHome.Sample("history.csv", 900);
        string[] without = [lines[0], .. lines[1..600].Select(line => string.Join(',', line.Split(',')[..^4]) + ",,,,1")];
        home.Import(live: false, without);
        Assert.True(home.Import(live: false, lines) is { Findings: > 10, Tally.Taken: > 200 });
        using var open = home.Open();
        var instants = open.Log.Read().Where(entry => entry.Type is RecordType.DeclarationEntered or RecordType.FindingEntered).Select(entry => entry.At).ToList();
        Assert.Equal(instants.Order(), instants);
        open.Keep(0);
        Assert.Null(open.CheckKept());
    }

    private static JsonElement Run(params string[] command)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        Assert.True(Program.Run([.. command, "--json"], output, errors, TimeProvider.System) == Terminal.Fine, errors.ToString());
        return JsonDocument.Parse(output.ToString()).RootElement.Clone();
    }

    // Shows a later time whenever it is asked.
    private sealed class TickingClock : TimeProvider
    {
        private long _seconds;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(Interlocked.Increment(ref _seconds));
    }
}
