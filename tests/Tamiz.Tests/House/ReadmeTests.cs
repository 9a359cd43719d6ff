using System.Globalization;
using System.Text.RegularExpressions;
using Tamiz.Cli;
using Xunit;

namespace Tamiz.Tests.House;

[Collection(nameof(Alone))]
public sealed partial class ReadmeTests : IDisposable
{
    private const string Invented = """
        ```sh
        ./tamiz init home --language en   # makes a home
        ./tamiz assess samples/none.csv --home samples/demo  # exits 1
        ./tamiz test
        ./tamiz trial throughput
        ls
        ```

        ```
        home is ready
        ```

        ```yaml
        ./tamiz nonsense
        ```
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tamiz-readme-");
    private readonly string _before = Environment.CurrentDirectory;
    private readonly string? _root = Environment.GetEnvironmentVariable("TAMIZ_ROOT");

    public ReadmeTests()
    {
        Environment.CurrentDirectory = _folder.FullName;
        Environment.SetEnvironmentVariable("TAMIZ_ROOT", Repository.Root);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("TAMIZ_ROOT", _root);
        Environment.CurrentDirectory = _before;
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Every_command_of_the_readme_does_what_it_says()
    {
        var readme = Path.Combine(Repository.Root, "README.md");
        if (!File.Exists(readme))
        {
            Assert.Skip("README.md is missing");
        }

        Assert.InRange(RunAll(File.ReadAllText(readme)), 4, 20);
    }

    [Fact]
    public void Every_command_of_a_guide_does_what_it_says()
    {
        var guides = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "guide"), "*.md");
        Assert.NotEmpty(guides);
        Assert.All(guides, guide => Assert.InRange(RunAll(File.ReadAllText(guide)), 3, 40));
    }

    [Fact]
    public void An_invented_readme_runs_as_it_says() => Assert.Equal(2, RunAll(Invented));

    [Fact]
    public void A_wrong_exit_code_or_output_is_found()
    {
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => RunAll("```sh\n./tamiz init home # exits 1\n```"));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => RunAll("```sh\n./tamiz nonsense\n```"));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => RunAll("```sh\n./tamiz init home\n```\n\n```\nsomething else\n```"));
    }

    [Fact]
    public void The_readme_is_short() => Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "README.md")).Count(), 50, 200);

    /// <summary>Runs the commands of the sh blocks; the lines of a plain block are looked for in what the commands above it said.</summary>
    private static int RunAll(string readme)
    {
        var ran = 0;
        var said = "";
        foreach (Match block in Block().Matches(readme))
        {
            var lines = block.Groups[2].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (block.Groups[1].Value == "sh")
            {
                var commands = lines.Where(IsRun).ToList();
                said = string.Concat(commands.Select(Run));
                ran += commands.Count;
            }
            else if (block.Groups[1].Length == 0)
            {
                Assert.All(lines, line => Assert.Contains(line, said, StringComparison.Ordinal));
            }
        }

        return ran;
    }

    // The tests do not run themselves, and the trials take long.
    private static bool IsRun(string line) => line.Split(' ') is ["./tamiz", not ("test" or "trial"), ..];

    private static string Run(string line)
    {
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        var command = comment < 0 ? line : line[..comment];
        var expected = Exits().Match(line) is { Success: true } exits ? int.Parse(exits.Groups[1].Value, CultureInfo.InvariantCulture) : Terminal.Fine;
        var said = new StringWriter(CultureInfo.InvariantCulture);
        var code = Program.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Resolve)], said, said, TimeProvider.System);
        Assert.True(code == expected, $"{line}: exit {code}\n{said}");
        return said.ToString();
    }

    private static string Resolve(string word) => word.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, word) : word;

    [GeneratedRegex("^```([a-z]*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(" # exits ([0-9])$")]
    private static partial Regex Exits();
}
