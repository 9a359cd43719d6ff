using System.Globalization;
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
    [InlineData("verify")]
    [InlineData("simulate check")]
    [InlineData("simulate report")]
    public void Help_is_what_was_accepted(string command)
    {
        var (code, output, _) = Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal(Terminal.Fine, code);

        // The program's own name and the default of threads (every other number stands as it is) are the machine's.
        var text = output.Replace(Environment.GetCommandLineArgs()[0], "tamiz", StringComparison.Ordinal)
            .Replace(Path.GetFileNameWithoutExtension(Environment.GetCommandLineArgs()[0]), "tamiz", StringComparison.Ordinal)
            .Replace($"the same for any number [default: {Environment.ProcessorCount}]", "the same for any number [default: all]", StringComparison.Ordinal);
        Golden.Check($"tests/Tamiz.Tests/House/Golden/help{(command.Length == 0 ? "" : "-" + command.Replace(' ', '-'))}.txt", text);
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
    [InlineData("assess x.csv --threads 0")]
    [InlineData("assess x.csv --seed many")]
    [InlineData("assess x.csv --out")]
    [InlineData("init")]
    [InlineData("init a b")]
    [InlineData("demo --nonsense")]
    [InlineData("demo --language de")]
    [InlineData("explain")]
    [InlineData("explain HNLCE/2026/000252")]
    [InlineData("explain HNLCE/2026/000252 x.csv --nonsense")]
    [InlineData("evaluate --judge x.csv --split 2026-01-01 --folds 1")]
    [InlineData("evaluate --judge x.csv --split 2026-01-01 --unseen parties")]
    [InlineData("evaluate --nonsense")]
    [InlineData("verify does-not-exist --key does-not-exist")]
    [InlineData("verify --home does-not-exist")]
    [InlineData("verify somewhere")]
    [InlineData("verify --key k.pem")]
    [InlineData("verify somewhere --key k.pem --home h")]
    [InlineData("verify --language de")]
    [InlineData("simulate check does-not-exist")]
    [InlineData("simulate check . --language de")]
    [InlineData("simulate report does-not-exist")]
    [InlineData("simulate report . --html does-not-exist/report.html")]
    [InlineData("nonsense")]
    [InlineData("--nonsense")]
    public void Wrong_usage_exits_with_2_and_says_why_on_standard_error(string line)
    {
        var (code, _, errors) = Run(line.Split(' '));
        Assert.Equal(Terminal.WrongUsage, code);
        Assert.False(string.IsNullOrWhiteSpace(errors));
    }

    private static (int Code, string Output, string Errors) Run(string[] args)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var errors = new StringWriter(CultureInfo.InvariantCulture);
        return (Program.Run(args, output, errors, TimeProvider.System), output.ToString(), errors.ToString());
    }
}
