using System.Globalization;
using System.Text.Json;
using Tamiz.Cli;
using Xunit;

namespace Tamiz.Tests.House;

[Collection(nameof(Alone))]
public sealed class JsonTests : IDisposable
{
    private const int Lines = 2000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tamiz-json-");
    private readonly string? _root = Environment.GetEnvironmentVariable("TAMIZ_ROOT");
    private readonly string _home;

    /// <summary>The sample administration with the first lines of its files.</summary>
    public JsonTests()
    {
        var samples = Path.Combine(Repository.Root, "samples", "demo");
        _home = Path.Combine(_folder.FullName, "samples", "demo");
        foreach (var file in Directory.GetFiles(samples, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_home, Path.GetRelativePath(samples, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllLines(target, File.ReadLines(file).Take(Lines));
        }

        Environment.SetEnvironmentVariable("TAMIZ_ROOT", _folder.FullName);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("TAMIZ_ROOT", _root);
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("init new")]
    [InlineData("demo --home shown")]
    [InlineData("assess march.csv --home .")]
    [InlineData("assess march.csv --learn history.csv --home . --out lanes.csv")]
    [InlineData("explain HNTGU/2026/000252 march.csv --home . --stages")]
    [InlineData("evaluate --judge history.csv --split 2025-03-03 --home .")]
    public void Json_is_one_object_on_standard_output(string line)
    {
        var words = line.Split(' ').Select(word => word is "." or "new" or "shown" || word.EndsWith(".csv", StringComparison.Ordinal) ? Path.Combine(_home, word) : word);
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var errors = new StringWriter(CultureInfo.InvariantCulture);
        var code = Program.Run([.. words, "--json"], output, errors, TimeProvider.System);
        Assert.True(code == Terminal.Fine, errors.ToString());
        using var document = JsonDocument.Parse(output.ToString());
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
        if (document.RootElement.TryGetProperty("read", out var read))
        {
            Assert.Equal(read.GetInt64(), Number("taken") + Number("known") + Number("refused"));
        }

        long Number(string name) => document.RootElement.GetProperty(name).GetInt64();
    }
}
