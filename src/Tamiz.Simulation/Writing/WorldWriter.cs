using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tamiz.Simulation.Control;
using Tamiz.Simulation.Packs;

namespace Tamiz.Simulation.Writing;

/// <summary>How a world is written.</summary>
/// <param name="Folder">Where to; must not exist, or be empty.</param>
/// <param name="JsonShare">Share of declarations that are written as JSON too, 0 to 1.</param>
/// <param name="Threads">Threads to use; the bytes are the same for any number.</param>
/// <param name="Policy">Name of the policy.</param>
public sealed record WritingSettings(string Folder, double JsonShare, int Threads, string Policy);

/// <summary>Writes a world as files (docs/reference/simulation.md), a week at a time.</summary>
public sealed class WorldWriter : IDisposable
{
    private readonly WorldPlan _plan;
    private readonly WorldState _world;
    private readonly WritingSettings _settings;
    private readonly string _folder;
    private readonly ObservedFiles _observed;
    private readonly TruthFiles _truth;
    private readonly List<WrittenFile> _written = [];
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private (int Month, MonthFiles Files)? _month;

    /// <summary>Begins to write a world, in a folder beside the one it will have.</summary>
    /// <exception cref="IOException">The folder is there and is not empty, or cannot be written.</exception>
    public WorldWriter(WorldPlan plan, WorldState world, WritingSettings settings)
    {
        (_plan, _world, _settings) = (plan, world, settings);
        var final = Path.TrimEndingDirectorySeparator(Path.GetFullPath(settings.Folder));
        if (Directory.Exists(final) && Directory.EnumerateFileSystemEntries(final).Any())
        {
            throw new IOException($"{settings.Folder} is not empty; nothing was written.");
        }

        _folder = final + ".unfinished";
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        Directory.CreateDirectory(_folder);
        foreach (var (name, yaml) in plan.Texts)
        {
            Write(name, yaml);
        }

        _observed = new ObservedFiles(_folder, world);
        _truth = new TruthFiles(_folder, world);
    }

    /// <summary>Adds a week.</summary>
    public void Add(Week week)
    {
        foreach (var month in week.Lodgements.GroupBy(lodgement => _world.Clock.MonthOf(lodgement.Day)))
        {
            Month(month.Key).Add([.. month]);
        }

        _observed.Add(week);
        _truth.Add(week);
        Count("declarations", week.Lodgements.Count(lodgement => lodgement.Version == 1));
        Count("versions", week.Lodgements.Count);
        Count("items", week.Lodgements.Sum(lodgement => (long)lodgement.Consignment.Items.Count));
        Count("controls", week.Controls.Count);
        Count("findings", week.Findings.Count);
        Count("fraudulentDeclarations", week.Lodgements.Count(lodgement => lodgement.Version == 1 && lodgement.Consignment.Items.Exists(item => item.Kind == ActKind.Fraud)));
        Count("corruptActs", week.Acts.Count);
    }

    /// <summary>Writes what is left, and gives the folder its name.</summary>
    /// <returns>How many there are of what.</returns>
    public IReadOnlyDictionary<string, long> Finish()
    {
        CloseMonth();
        _written.AddRange(_observed.Finish());
        _written.AddRange(_truth.Finish());
        foreach (var (name, text) in HomeFiles.Of(_world))
        {
            Write(name, text);
        }

        Write("home/intelligence/reports.yaml", _truth.ReportsOfHome.Count == 0 ? "reports: []\n" : "reports:\n" + string.Concat(_truth.ReportsOfHome.Select(report => report.Yaml)));
        Count("reports", _truth.ReportsOfHome.Count);
        Count("importers", _world.Population.Traders.Count);
        File.WriteAllText(Path.Combine(_folder, "world.json"), Manifest());
        var final = Path.TrimEndingDirectorySeparator(Path.GetFullPath(_settings.Folder));
        if (Directory.Exists(final))
        {
            Directory.Delete(final);
        }

        Directory.Move(_folder, final);
        return _counts;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _month?.Files.Dispose();
        _observed.Dispose();
        _truth.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private void Count(string what, long more) => _counts[what] = _counts.GetValueOrDefault(what) + more;

    private MonthFiles Month(int month)
    {
        if (_month?.Month != month)
        {
            CloseMonth();
            var name = _world.Settings.Begin.AddMonths(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            _month = (month, new MonthFiles(_folder, name, _world, _settings.JsonShare, _settings.Threads));
        }

        return _month.Value.Files;
    }

    private void CloseMonth()
    {
        if (_month is { } open)
        {
            _written.AddRange(open.Files.Finish());
            open.Files.Dispose();
            _month = null;
        }
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _folder);
        var bytes = Encoding.UTF8.GetBytes(text);
        File.WriteAllBytes(path, bytes);
        _written.Add(new WrittenFile(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, text.AsSpan().Count('\n')));
    }

    private string Manifest()
    {
        var settings = _world.Settings;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            json.WriteString("version", typeof(WorldWriter).Assembly.GetName().Version?.ToString(3));
            json.WriteString("country", _world.Pack.Name);
            json.WriteString("currency", _world.Pack.Currency.Code);
            json.WriteString("timeZone", _world.Pack.TimeZone);
            json.WriteNumber("seed", settings.Seed);
            json.WriteNumber("months", settings.Months);
            json.WriteNumber("size", settings.Size);
            json.WriteString("begin", settings.Begin.ToString("yyyy-MM", CultureInfo.InvariantCulture));
            json.WriteString("policy", _settings.Policy);
            json.WriteNumber("jsonShare", _settings.JsonShare);
            json.WriteStartObject("counts");
            foreach (var (what, count) in _counts)
            {
                json.WriteNumber(what, count);
            }

            json.WriteEndObject();
            json.WriteStartObject("files");
            foreach (var file in _written.OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                json.WriteStartObject(file.Name);
                json.WriteString("sha256", file.Sha256);
                json.WriteNumber("bytes", file.Bytes);
                json.WriteNumber("rows", file.Rows);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
