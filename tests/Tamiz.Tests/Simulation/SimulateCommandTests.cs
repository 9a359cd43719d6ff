using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Tamiz.Cli;
using Tamiz.Trials;
using Xunit;

namespace Tamiz.Tests.Simulation;

public class SimulateCommandTests
{
    [Fact]
    public void A_check_is_one_object_with_every_target_and_its_source()
    {
        using var world = new WrittenWorld(400);
        var (code, output, _) = Run("simulate", "check", world.Folder, "--json");
        using var document = JsonDocument.Parse(output);
        Assert.Equal(document.RootElement.GetProperty("fine").GetBoolean() ? Terminal.Fine : Terminal.FoundProblems, code);
        Assert.Equal(400, document.RootElement.GetProperty("declarations").GetInt32());
        Assert.All(document.RootElement.GetProperty("targets").EnumerateArray(), target => Assert.False(string.IsNullOrEmpty(target.GetProperty("source").GetString())));
    }

    [Theory]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("en")]
    [InlineData("pt")]
    public void A_check_says_every_target_in_80_columns(string language)
    {
        using var world = new WrittenWorld(300);
        var (_, output, _) = Run("simulate", "check", world.Folder, "--language", language);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));
        Assert.DoesNotContain('{', output);
    }

    [Fact]
    public void A_check_exits_with_1_where_a_target_is_missed()
    {
        using var world = new WrittenWorld(400);
        world.Change("pack.yaml", text => text.Replace("{low: 0.5 %, high: 12 %", "{low: 60 %, high: 70 %", StringComparison.Ordinal));
        Assert.Equal(Terminal.FoundProblems, Run("simulate", "check", world.Folder).Code);
    }

    [Fact]
    public void A_report_writes_the_page_and_gives_the_same_numbers_as_an_object()
    {
        using var world = new WrittenWorld(300);
        var page = world.PathOf("../" + Path.GetFileName(world.Folder) + ".html");
        var (code, output, errors) = Run("simulate", "report", world.Folder, "--html", page, "--json");
        Assert.True(code == Terminal.Fine, errors);
        using var document = JsonDocument.Parse(output);
        Assert.Equal(300, document.RootElement.GetProperty("head").GetProperty("declarations").GetInt32());
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(page), StringComparison.Ordinal);
        File.Delete(page);
    }

    [Theory]
    [InlineData("name: x\nmechanism: undervalu\n", "undervalue")]
    [InlineData("name: x\nfraud: {rate: much}\n", "TZ")]
    [InlineData("targets: {drifts: {low: 1, high: 2, source: x}}\n", "TZ2809")]
    public void A_pack_or_a_scheme_that_cannot_be_used_is_told_why(string yaml, string why)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, yaml);
        var (code, _, errors) = Run("simulate", "check", file);
        File.Delete(file);
        Assert.Equal(Terminal.FoundProblems, code);
        Assert.Contains(why, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_world_that_is_interrupted_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal");
        var folder = Directory.CreateTempSubdirectory("tamiz-world-");
        var target = Path.Combine(folder.FullName, "world");
        using var process = Tool.Start([], ["simulate", "world", "--country", "honduras", "--size", "2000000", "--months", "24", "--out", target]);
        var result = Tool.Finish(process, running =>
        {
            Assert.True(SpinWait.SpinUntil(() => Directory.Exists(target + ".unfinished"), TimeSpan.FromMinutes(2)));
            using var kill = Process.Start("kill", ["-TERM", running.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        });
        Assert.Equal(130, result.Code);
        Assert.Contains("nothing was written", result.Errors, StringComparison.Ordinal);
        Assert.Empty(folder.GetFileSystemInfos());
        folder.Delete();
    }

    private static (int Code, string Output, string Errors) Run(params string[] args)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var errors = new StringWriter(CultureInfo.InvariantCulture);
        return (Tamiz.Cli.Program.Run(args, output, errors, TimeProvider.System), output.ToString(), errors.ToString());
    }
}
