using System.Text;
using System.Text.Json;
using Tamiz.Cli;
using Tamiz.Trials;
using Xunit;

namespace Tamiz.Tests.Integrity;

/// <summary>tamiz integrity summary and programme, on folders.</summary>
public sealed class ProgrammeCommandTests : IDisposable
{
    private static readonly FixedClock Clock = new(2026, 9, 1);
    private readonly string _folder = Directory.CreateTempSubdirectory("tamiz-programme-").FullName;
    private readonly ProgrammeWorld _world = new(5);

    public static TheoryData<string> Languages => ["es", "fr", "en", "pt"];

    public void Dispose()
    {
        _world.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_view_is_said_in_80_columns_and_written_as_documents(string language)
    {
        Fill();
        string[] paths = [_folder + ".docx", _folder + ".html"];
        try
        {
            foreach (var path in paths)
            {
                var (code, output, errors) = Run("programme", _folder, "--language", language, "--out", path);
                Assert.Equal((Terminal.Fine, ""), (code, errors));
                Assert.All(output.Replace(path, "", StringComparison.Ordinal).Split('\n'), line => Assert.InRange(line.Length, 0, 80));
                Assert.DoesNotContain("{", output, StringComparison.Ordinal);
                Assert.DoesNotContain("M07", output, StringComparison.Ordinal);
                Assert.True(new FileInfo(path).Length > 10_000);
            }

            Assert.DoesNotContain("M07", File.ReadAllText(paths[1]), StringComparison.Ordinal);
            Assert.Contains("M07", Run("programme", _folder, "--language", language, "--members").Output, StringComparison.Ordinal);
        }
        finally
        {
            Array.ForEach(paths, File.Delete);
        }
    }

    [Fact]
    public void Hostile_files_are_named_and_the_rest_goes_on()
    {
        Fill();
        File.WriteAllBytes(Path.Combine(_folder, "huge.json"), new byte[10_000_000]);
        File.WriteAllText(Path.Combine(_folder, "empty"), "");
        File.WriteAllText(Path.Combine(_folder, "deep.json"), new string('[', 60_000));
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "Call M05.");
        File.WriteAllText(Path.Combine(_folder, ".hidden"), "not looked at");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.json"), Path.Combine(_folder, "2026-1", "M01.json"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "loop"), _folder);
        var (code, output, errors) = Run("programme", _folder, "--json");
        Assert.Equal(Terminal.FoundProblems, code);
        using var result = JsonDocument.Parse(output);
        var files = result.RootElement.GetProperty("files").EnumerateArray().Where(file => file.GetProperty("state").GetString() != "used")
            .Select(file => $"{file.GetProperty("name").GetString()} {file.GetProperty("diagnostic").GetString()}");
        Assert.Equal(["deep.json TZ2936", "empty TZ2934", "huge.json TZ2935", "link.json TZ2934", "loop TZ2934", "notes.txt TZ2936"], files);
        Assert.Equal(24, result.RootElement.GetProperty("counts").GetProperty("received").GetInt32());
        Assert.Equal(6, errors.Split('\n').Count(line => line.StartsWith("TZ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_missing_and_a_tampered_one_are_named()
    {
        Fill();
        File.Delete(Path.Combine(_folder, "2026-1", "M04.json"));
        var tampered = Path.Combine(_folder, "2026-1", "M09.json");
        File.WriteAllText(tampered, File.ReadAllText(tampered).Replace("\"date\":\"2026-0", "\"date\":\"2025-0", StringComparison.Ordinal));
        var (code, output, errors) = Run("programme", _folder, "--language", "en");
        Assert.Equal(Terminal.FoundProblems, code);
        Assert.Contains("- Administration M04 (M04): missing\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("- Administration M09 (M09): missing; 2026-1/M09.json", output, StringComparison.Ordinal);
        Assert.StartsWith("TZ2941 2026-1/M09.json", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_usage_is_said()
    {
        Assert.Equal(Terminal.WrongUsage, Run("programme", _folder).Code);
        Fill();
        Assert.Equal(Terminal.WrongUsage, Run("programme", _folder, "--round", "2031-1").Code);
        Assert.Equal(Terminal.WrongUsage, Run("programme", _folder, "--out", "x.pdf").Code);
        Assert.Equal(Terminal.WrongUsage, Run("programme", _folder, "--language", "de").Code);
        Assert.Equal(Terminal.WrongUsage, Run("summary", "--home", _folder).Code);
    }

    [Fact]
    public void What_a_home_signs_a_programme_takes()
    {
        var home = Path.Combine(_folder, "home");
        Assert.Equal(Terminal.Fine, Cli.Program.Run(["init", home, "--administrator", "ana"], TextWriter.Null, TextWriter.Null, Clock));
        Assert.Equal(Terminal.FoundProblems, Summarise(home).Code);
        Directory.CreateDirectory(Path.Combine(home, "integrity", "assessment"));
        File.WriteAllText(Path.Combine(home, "integrity", "assessment", "2026-1.yaml"), Assessment());
        var (code, output, errors) = Summarise(home);
        Assert.True(code == Terminal.Fine, errors);

        using var said = JsonDocument.Parse(output);
        var fingerprint = said.RootElement.GetProperty("key").GetString();
        var programme = Directory.CreateDirectory(Path.Combine(_folder, "programme")).FullName;
        File.WriteAllText(Path.Combine(programme, "members.yaml"), $"name: One\nrounds:\n- {{id: 2026-1, end: 2026-09-30}}\nmembers:\n- code: HN\n  name: Aduanas\n  region: americas\n  joined: 2026-01-01\n  keys:\n  - {{fingerprint: \"{fingerprint}\", from: 2026-01-01}}\n");
        File.Move(Path.Combine(_folder, "HN.json"), Path.Combine(programme, "HN (2).json"));
        var view = Run("programme", programme, "--json", "--members");
        Assert.True(view.Code == Terminal.Fine, view.Errors);
        using var result = JsonDocument.Parse(view.Output);
        var factors = result.RootElement.GetProperty("members")[0].GetProperty("factors");
        Assert.Equal((2.5m, 5), (factors[0].GetProperty("assessment").GetProperty("level").GetDecimal(), factors[0].GetProperty("assessment").GetProperty("assessors").GetInt32()));
        Assert.Equal("assessment", factors[1].GetProperty("withheld")[0].GetString());
    }

    private (int Code, string Output, string Errors) Summarise(string home) =>
        Run("summary", "--home", home, "--round", "2026-1", "--member", "HN", "--region", "americas", "--name", "Administración Aduanera", "--out", Path.Combine(_folder, "HN.json"), "--json");

    // Five assessors on the first factor, four on the second.
    private static string Assessment()
    {
        var text = new StringBuilder("round: 2026-1\ndate: 2026-08-01\nassessors:\n");
        foreach (var assessor in Enumerable.Range(1, 5))
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"- {{id: a{assessor}, unit: Unidad}}\n");
        }

        return text.Append("answers:\n- {question: leadership-1, levels: {a1: 2, a2: 2, a3: 2, a4: 2, a5: 2}, agreed: 2, reasoning: x}\n- {question: leadership-2, levels: {a1: 3, a2: 3, a3: 3}, agreed: 3, reasoning: x}\n"
            + "- {question: regulation-1, levels: {a1: 2, a2: 2, a3: 2, a4: 2}, agreed: 2, reasoning: x}\n").ToString();
    }

    private void Fill()
    {
        File.WriteAllText(Path.Combine(_folder, "members.yaml"), _world.Members());
        for (var round = 0; round < 2; round++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(_folder, ProgrammeWorld.Rounds[round].Id)).FullName;
            foreach (var code in _world.Codes)
            {
                File.WriteAllBytes(Path.Combine(folder, code + ".json"), _world.Sign(_world.Honest(code, round)));
            }
        }
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        return (Cli.Program.Run(["integrity", .. arguments], output, errors, Clock), output.ToString(), errors.ToString());
    }
}
