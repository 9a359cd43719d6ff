using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tamiz.Cli;

namespace Tamiz.Tests.Formats;

/// <summary>What one run of <c>tamiz assess</c> in this process gave: exit code, JSON, and the files it wrote.</summary>
public sealed partial class Assessed : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tamiz-tests-");

    /// <summary>The folder of the run; gone when this is disposed.</summary>
    public string Folder => _folder.FullName;

    public int Exit { get; private set; }

    public string Errors { get; private set; } = "";

    public JsonElement? Json { get; private set; }

    public string OutPath => InFolder("out.csv");

    public string QuarantinePath => InFolder("out.quarantine.csv");

    public string Out => File.ReadAllText(OutPath);

    public string InFolder(string name) => Path.Combine(Folder, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(InFolder(name), content);
        return InFolder(name);
    }

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Assesses files of the folder by a mapping's text.</summary>
    public Assessed Run(string mapping, string[] files, params string[] more)
    {
        var path = Write("mapping.yaml", mapping);
        return RunRaw(["assess", .. files, "--mapping", path, "--out", OutPath, "--json", .. more]);
    }

    public Assessed RunRaw(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Exit = Program.Run(args, output, errors, new FixedClock(2026, 6, 30));
        Errors = errors.ToString();
        Json = output.ToString() is { Length: > 0 } json && json.StartsWith('{') ? JsonDocument.Parse(json).RootElement : null;
        return this;
    }

    public long Count(string name) => Json is { } json ? json.GetProperty(name).GetInt64() : 0;

    /// <summary>Numbers of the declarations written, in the order of lodgement.</summary>
    public IEnumerable<string> Declarations => !File.Exists(OutPath) ? [] : Rows(OutPath).Skip(1).Select(row => row[0].Split('/', ' ')[^1]);

    /// <summary>Numbers and places of the diagnostics: of whole files and mappings first, then of refused rows.</summary>
    public IEnumerable<string> Diagnostics =>
    [
        .. DiagnosticLine().Matches(Errors).Where(match => Rows(QuarantinePath).All(row => row[4] != match.Groups[1].Value))
            .Select(match => $"{match.Groups[1].Value} {Or0(match.Groups[2].Value)}:{Or0(match.Groups[3].Value)}"),
        .. Rows(QuarantinePath).Skip(1).Select(row => $"{row[4]} {row[1]}:{row[2]}"),
    ];

    /// <summary>Numbers of what was said about rows that were taken.</summary>
    public IEnumerable<string> Checks => Json is { } json ? json.GetProperty("diagnostics").EnumerateObject().Select(one => one.Name) : [];

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The rows of a CSV file, read independently of the product's reader; none where there is no file.</summary>
    public static IReadOnlyList<string[]> Rows(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var rows = new List<string[]>();
        var row = new List<string>();
        foreach (Match match in FieldOrEnd().Matches(File.ReadAllText(path)))
        {
            row.Add(match.Groups[1].Success ? match.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : match.Groups[2].Value);
            if (match.Groups[3].Value == "\n")
            {
                rows.Add([.. row]);
                row.Clear();
            }
        }

        return rows;
    }

    private static string Or0(string text) => text.Length == 0 ? "0" : text;

    [GeneratedRegex("""(?:"((?:[^"]|"")*)"|([^,"\n]*))(,|\n)""")]
    private static partial Regex FieldOrEnd();

    [GeneratedRegex(@"^(TZ\d{4}) [^:\n]*?(?::(\d+))?(?::(\d+))?(?: \([^\n]*?\))?: ", RegexOptions.Multiline)]
    private static partial Regex DiagnosticLine();
}
