using System.Globalization;
using System.Text.Json;
using Tamiz.Cli;
using Xunit;

namespace Tamiz.Tests.Simulation;

/// <summary>The demonstration on a small world: what it says, and that nobody does better than who knows the truth.</summary>
[Collection(nameof(Alone))]
public sealed class DemoTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tamiz-demo-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void It_sets_its_choice_beside_the_others_and_the_oracle()
    {
        // The lottery of a home is nobody's to repeat: with a few dozen examinations, who knows the truth is ahead whatever it draws.
        var (code, output, errors) = Command("demo", "--home", Target, "--size", "20000", "--json", "--seed", "3");
        Assert.True(code == Terminal.Fine, errors);
        using var document = JsonDocument.Parse(output);
        var policies = document.RootElement.GetProperty("policies").EnumerateArray().ToDictionary(policy => policy.GetProperty("policy").GetString()!, policy => policy);
        Assert.Equal(["oracle", "random", "rules", "tamiz", "value"], policies.Keys.Order(StringComparer.Ordinal));
        var examined = policies["tamiz"].GetProperty("examined").GetDouble();
        Assert.True(examined > 0);
        Assert.All(policies.Values, policy => Assert.Equal(examined, policy.GetProperty("examined").GetDouble(), 6));
        Assert.All(policies.Values, policy => Assert.True(policies["oracle"].GetProperty("hits").GetDouble() >= policy.GetProperty("hits").GetDouble()));
        Assert.True(policies["oracle"].GetProperty("recovered").GetDouble() > policies["random"].GetProperty("recovered").GetDouble());
    }

    [Fact]
    public void Run_again_it_writes_the_folder_anew_and_says_so_in_80_columns()
    {
        foreach (var language in new[] { "pt", "fr" })
        {
            var (code, output, errors) = Run("--language", language);
            Assert.True(code == Terminal.Fine, errors);
            Assert.All(output.Split('\n').Where(line => !line.Contains(_folder.FullName, StringComparison.Ordinal)), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));
            Assert.DoesNotContain('{', output);
        }

        Assert.Equal(Terminal.Fine, Command("verify", "--home", Path.Combine(Target, "home")).Code);
        Assert.Equal(Terminal.Fine, Command("replay", "--home", Path.Combine(Target, "home")).Code);
    }

    [Fact]
    public void A_folder_that_holds_something_else_stays_as_it_is()
    {
        Directory.CreateDirectory(Path.Combine(Target, "home"));
        File.WriteAllText(Path.Combine(Target, "home", "mine.txt"), "mine");
        Assert.Equal(Terminal.FoundProblems, Run().Code);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Target, "home", "mine.txt")));
    }

    private string Target => Path.Combine(_folder.FullName, "demo");

    private (int Code, string Output, string Errors) Run(params string[] arguments) => Command(["demo", "--home", Target, "--size", "5000", .. arguments]);

    private static (int Code, string Output, string Errors) Command(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        return (Program.Run(arguments, output, errors, TimeProvider.System), output.ToString(), errors.ToString());
    }
}
