using System.Globalization;
using System.Text.Json;
using Tamiz.Cli;
using Tamiz.Ledger;
using Tamiz.Storage;
using Tamiz.Storage.Homes;
using Tamiz.Tests.Homes;
using Xunit;

namespace Tamiz.Tests.Integrity;

public class StrategyCommandTests
{
    private static readonly string[] Lines =
    [
        "assess", "assess --all", "risks", "risks --all", "strategy", "strategy --all", "strategy --progress", "strategy --sustainability", "strategy --session session-1", "strategy --session session-3",
    ];

    public static TheoryData<string> Languages => ["es", "fr", "en", "pt"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_is_printed_fits_in_80_columns_and_leaves_no_place_open(string language)
    {
        foreach (var line in Lines)
        {
            var (code, output, errors) = Run($"integrity {line} --language {language}", StrategySample.Home);
            Assert.True(code == Terminal.Fine, line + errors);
            Assert.All(output.Split('\n'), printed => Assert.True(printed.TrimEnd().Length <= 80, printed));
            Assert.DoesNotContain("{", output, StringComparison.Ordinal);
            Assert.DoesNotContain("TZ2950", errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void With_json_one_object_is_printed()
    {
        foreach (var line in Lines)
        {
            var (code, output, _) = Run($"integrity {line} --json", StrategySample.Home);
            Assert.Equal(Terminal.Fine, code);
            Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(output).RootElement.ValueKind);
        }
    }

    [Theory]
    [InlineData("integrity assess --home does-not-exist", Terminal.WrongUsage)]
    [InlineData("integrity risks --language de --home .", Terminal.WrongUsage)]
    [InlineData("integrity strategy --nonsense", Terminal.WrongUsage)]
    [InlineData("integrity assess --home .", Terminal.FoundProblems)]
    [InlineData("integrity risks --home .", Terminal.FoundProblems)]
    [InlineData("integrity strategy --home .", Terminal.FoundProblems)]
    [InlineData("integrity strategy --home . --session none", Terminal.FoundProblems)]
    [InlineData("integrity assess --home . --platform", Terminal.FoundProblems)]
    public void What_cannot_be_done_is_said_on_standard_error(string line, int expected)
    {
        var folder = Directory.CreateTempSubdirectory("tamiz-integrity-");
        var (code, _, errors) = Run(line.Replace("--home .", $"--home {folder.FullName}", StringComparison.Ordinal), null);
        Assert.Equal(expected, code);
        Assert.False(string.IsNullOrWhiteSpace(errors));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_strategy_is_approved_by_a_second_person_and_the_file_is_compared_with_what_was_approved()
    {
        using var home = new TestHome();
        TestHome.Copy(Path.Combine(StrategySample.Home, "integrity"), Path.Combine(home.Folder, "integrity"));
        home.Import(live: true, TestHome.Sample("march.csv", 20));
        string digest;
        using (var open = home.Open())
        {
            var (acts, knowledge) = (new HomeActs(open), open.State.Knowledge!.Entries);
            acts.Admit("ana", "marta", [Roles.Analyst]);
            acts.Admit("ana", "luis", [Roles.Approver]);
            var proposed = acts.Propose("marta", []);
            Assert.Equal(["progress", "risks", "strategy", "sustainability"], proposed.Select(one => Path.GetFileNameWithoutExtension(one.Name)));
            Assert.All(proposed, one => Assert.Equal(ContentKey.Integrity, one.Kind));
            Assert.Equal("TZ1804", Assert.Throws<HomeException>(() => acts.Decide("marta", [], true, "")).Diagnostic.Code);
            acts.Decide("luis", ["integrity/strategy.yaml"], true, "");
            acts.Renew([]);
            Assert.Equal(knowledge, open.State.Knowledge!.Entries);
            digest = proposed.Single(one => one.Name == "integrity/strategy.yaml").Digest.ToString();
        }

        var (_, said, _) = Run("integrity strategy --language en", home.Folder);
        Assert.Contains("proposed by marta, approved by luis", string.Join(' ', said.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.True(Approved(home.Folder).GetProperty("same").GetBoolean());
        var path = Path.Combine(home.Folder, "integrity", "strategy.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("budget: 85000", "budget: 95000", StringComparison.Ordinal));
        Assert.False(Approved(home.Folder).GetProperty("same").GetBoolean());
        var (code, changes, _) = Run($"integrity strategy --compare {digest[..12]} --json", home.Folder);
        Assert.Equal(Terminal.Fine, code);
        var change = JsonDocument.Parse(changes).RootElement.GetProperty("changes").EnumerateArray().Single();
        Assert.Equal("a08 budget 85000 95000", $"{change.GetProperty("Id")} {change.GetProperty("Field")} {change.GetProperty("Before")} {change.GetProperty("After")}");
        Assert.Equal(Terminal.FoundProblems, Run("integrity strategy --compare 0123456789", home.Folder).Code);

        // Later imports assess as before, and replay finds nothing else.
        home.Import(live: true, [TestHome.Sample("march.csv", 40)[0], .. TestHome.Sample("march.csv", 40)[^20..]]);
        using var after = home.Open();
        Assert.Equal(0, new HomeReplay(after, deep: true, threads: 2).Run(null).Differing);
    }

    [Fact]
    public void The_platform_measures_what_it_records_and_names_the_cause_for_the_rest()
    {
        using var home = new TestHome();
        TestHome.Copy(Path.Combine(StrategySample.Home, "integrity"), Path.Combine(home.Folder, "integrity"));
        home.Import(live: true, TestHome.Sample("march.csv", 60));
        Assert.Equal(Terminal.Fine, Run("integrity assess --platform", home.Folder).Code);
        var rows = File.ReadAllLines(Path.Combine(home.Folder, "integrity", "platform.csv")).Skip(1).Select(row => row.Split(','))
            .Where(row => row[1] == "2026-11-20").ToDictionary(row => row[0]);
        Assert.Equal("1", rows["log-verified"][2]);
        Assert.Equal("0", rows["overrides"][2]);
        Assert.True(long.Parse(rows["automated"][3], CultureInfo.InvariantCulture) > 0);
        Assert.Equal("not-recorded", rows["release-hours"][4]);
        Assert.Equal("no-cases", rows["appeals"][4]);
        Assert.All(rows.Values, row => Assert.True(row[2].Length > 0 || row[4] is "not-recorded" or "no-cases", string.Join(',', row)));
        var before = File.ReadAllText(Path.Combine(home.Folder, "integrity", "platform.csv"));
        Assert.Equal(Terminal.Fine, Run("integrity assess --platform", home.Folder).Code);
        Assert.Equal(before, File.ReadAllText(Path.Combine(home.Folder, "integrity", "platform.csv")));
    }

    [Fact]
    public void A_broken_strategy_is_not_even_proposed()
    {
        using var home = new TestHome();
        var integrity = Directory.CreateDirectory(Path.Combine(home.Folder, "integrity")).FullName;
        File.WriteAllText(Path.Combine(integrity, "strategy.yaml"), new StrategySample().Text("strategy.yaml").Replace("after: [a03]", "after: [a04]", StringComparison.Ordinal));
        var credential = home.Beside("marta.credential");
        using (var open = home.Open())
        {
            File.WriteAllText(credential, new HomeActs(open).Admit("ana", "marta", [Roles.Analyst]));
        }

        var (code, output, errors) = Run($"home propose --as marta --json --credential {credential}", home.Folder);
        Assert.Equal(Terminal.FoundProblems, code);
        Assert.Contains("TZ2985", errors, StringComparison.Ordinal);
        Assert.Equal(0, JsonDocument.Parse(output).RootElement.GetProperty("proposed").GetArrayLength());
    }

    [Fact]
    public void A_risk_says_which_of_its_findings_the_home_has()
    {
        using var home = new TestHome();
        home.Import(live: false, TestHome.Sample("history.csv", 400));
        string identity;
        using (var open = home.Open())
        {
            identity = open.Ledger.Read().Select(entry => entry.Read()).OfType<FindingEntered>().First().Identity;
        }

        var integrity = Directory.CreateDirectory(Path.Combine(home.Folder, "integrity")).FullName;
        File.WriteAllText(Path.Combine(integrity, "risks.yaml"), new StrategySample().Text("risks.yaml").Replace("monitors: [rotation]", $"findings: [{identity}, HNXXX/2026/000000]", StringComparison.Ordinal));
        var (code, output, errors) = Run("integrity risks --json", home.Folder);
        Assert.Equal(Terminal.Fine, code);
        Assert.Contains("TZ2975", errors, StringComparison.Ordinal);
        var findings = JsonDocument.Parse(output).RootElement.GetProperty("risks").EnumerateArray().SelectMany(risk => risk.GetProperty("findings").EnumerateArray()).ToList();
        Assert.Equal([$"{identity} True", "HNXXX/2026/000000 False"], findings.Select(finding => $"{finding.GetProperty("id")} {finding.GetProperty("exists")}"));
    }

    [Fact]
    public void A_session_without_votes_gives_its_agenda_and_sealing_takes_order_and_small_units_out()
    {
        var folder = Directory.CreateTempSubdirectory("tamiz-integrity-");
        TestHome.Copy(Path.Combine(StrategySample.Home, "integrity", "workshops"), Path.Combine(folder.FullName, "integrity", "workshops"));
        var votes = Path.Combine(folder.FullName, "integrity", "workshops", "session-1-votes.csv");
        File.WriteAllText(votes, "unit,proposals\nport,p02\nlegal,p01\nport,p01\nport,p02 p01\nport,p03\nport,p04\nit,p05\nborder,p02\nborder,p02\nborder,p02\n");
        Assert.Contains("TZ3003", Run("integrity strategy --session session-1", folder.FullName).Errors, StringComparison.Ordinal);
        Assert.Equal(Terminal.Fine, Run("integrity strategy --seal session-1", folder.FullName).Code);
        Assert.Equal("unit,proposals\n*,p01\n*,p02\n*,p02\n*,p02\n*,p05\nport,p01\nport,p01 p02\nport,p02\nport,p03\nport,p04\n", File.ReadAllText(votes));
        Assert.DoesNotContain("TZ3003", Run("integrity strategy --session session-1", folder.FullName).Errors, StringComparison.Ordinal);
        File.Delete(votes);
        var (code, output, errors) = Run("integrity strategy --session session-1 --language es", folder.FullName);
        Assert.Equal(Terminal.Fine, code);
        Assert.Contains("TZ3006", errors, StringComparison.Ordinal);
        Assert.Contains("08:30", output, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_map_is_begun_once()
    {
        var folder = Directory.CreateTempSubdirectory("tamiz-integrity-");
        Assert.Equal(Terminal.Fine, Run("integrity risks --begin", folder.FullName).Code);
        Assert.Equal(Terminal.Fine, Run("integrity risks", folder.FullName).Code);
        var (code, _, errors) = Run("integrity risks --begin", folder.FullName);
        Assert.Equal(Terminal.FoundProblems, code);
        Assert.Contains("TZ2976", errors, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private static JsonElement Approved(string home) => JsonDocument.Parse(Run("integrity strategy --json", home).Output).RootElement.GetProperty("approved");

    private static (int Code, string Output, string Errors) Run(string line, string? home)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var errors = new StringWriter(CultureInfo.InvariantCulture);
        string[] args = [.. line.Split(' '), .. home is null ? [] : new[] { "--home", home }];
        return (Program.Run(args, output, errors, new FixedClock(2026, 11, 20)), output.ToString(), errors.ToString());
    }
}
