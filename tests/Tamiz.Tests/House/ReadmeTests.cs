using System.Globalization;
using Tamiz.Cli;
using Xunit;

namespace Tamiz.Tests.House;

public class ReadmeTests
{
    private const string ExitsOne = "# exits 1";

    [Fact]
    public void Every_command_of_the_readme_runs()
    {
        var ran = 0;
        using var folder = new Tamiz.Storage.TemporaryFiles();
        var output = folder.Next();
        Environment.SetEnvironmentVariable("TAMIZ_ROOT", Repository.Root);
        foreach (var line in Commands())
        {
            var expected = line.EndsWith(ExitsOne, StringComparison.Ordinal) ? Terminal.FoundProblems : Terminal.Fine;
            string[] words = [.. line.Replace(ExitsOne, "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1).Select(word => Resolve(word, output))];
            if (words[0] == "demo")
            {
                words = [.. words, "--home", output + "-demo"];
            }

            var said = new StringWriter(CultureInfo.InvariantCulture);
            var code = Program.Run(words, said, said, TimeProvider.System);
            Assert.True(code == expected, $"{line}: exit {code}\n{said}");
            ran++;
        }

        Assert.InRange(ran, 6, 20);
    }

    [Fact]
    public void The_readme_is_short() => Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "README.md")).Count(), 50, 200);

    private static string Resolve(string word, string output) =>
        word.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, word)
        : word == "home" || word.EndsWith(".csv", StringComparison.Ordinal) ? output + "-" + word
        : word;

    private static IEnumerable<string> Commands()
    {
        var inside = false;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "README.md")))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = line == "```sh";
            }
            else if (inside && line.StartsWith("./tamiz ", StringComparison.Ordinal) && line is not "./tamiz test")
            {
                yield return line;
            }
        }
    }
}
