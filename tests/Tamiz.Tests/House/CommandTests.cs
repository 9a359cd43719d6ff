using System.Globalization;
using System.Text.Json;
using Tamiz.Cli;
using Xunit;

namespace Tamiz.Tests.House;

public class CommandTests
{
    [Theory]
    [InlineData("")]
    [InlineData("demo")]
    [InlineData("init")]
    [InlineData("assess")]
    [InlineData("explain")]
    [InlineData("evaluate")]
    public void Help_is_what_was_accepted(string command)
    {
        var (code, output, _) = Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal(Terminal.Fine, code);

        // The program's own name and the default of threads are the machine's.
        var text = output.Replace(Environment.GetCommandLineArgs()[0], "tamiz", StringComparison.Ordinal)
            .Replace(Path.GetFileNameWithoutExtension(Environment.GetCommandLineArgs()[0]), "tamiz", StringComparison.Ordinal)
            .Replace($"[default: {Environment.ProcessorCount}]", "[default: all]", StringComparison.Ordinal);
        Golden.Check($"tests/Tamiz.Tests/House/Golden/help{(command.Length == 0 ? "" : "-" + command)}.txt", text);
    }

    [Theory]
    [InlineData("assess")]
    [InlineData("assess x.csv --nonsense")]
    [InlineData("assess x.csv --language de --mapping m.yaml")]
    [InlineData("evaluate")]
    [InlineData("evaluate --judge x.csv")]
    [InlineData("evaluate --judge x.csv --split 31/02/2026")]
    [InlineData("assess x.csv --mapping does-not-exist.yaml")]
    [InlineData("assess x.csv --mapping m.yaml --home does-not-exist")]
    [InlineData("nonsense")]
    public void Wrong_usage_exits_with_2(string line) => Assert.Equal(Terminal.WrongUsage, Run(line.Split(' ')).Code);

    [Fact]
    public void Json_is_one_object_on_standard_output()
    {
        var samples = Path.Combine(Repository.Root, "samples", "demo");
        var (code, output, _) = Run(["assess", Path.Combine(samples, "march.csv"), "--home", samples, "--json"]);
        Assert.Equal(Terminal.Fine, code);
        var root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(root.GetProperty("read").GetInt64(),
            root.GetProperty("taken").GetInt64() + root.GetProperty("known").GetInt64() + root.GetProperty("refused").GetInt64());
    }

    private static (int Code, string Output, string Errors) Run(string[] args)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var errors = new StringWriter(CultureInfo.InvariantCulture);
        return (Program.Run(args, output, errors, TimeProvider.System), output.ToString(), errors.ToString());
    }
}
