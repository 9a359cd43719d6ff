using Tamiz.Assessment;
using Tamiz.Facts;
using Tamiz.Formats;
using Tamiz.Formats.Lists;
using Tamiz.Formats.Mappings;
using Tamiz.History;
using Tamiz.Intelligence;
using Tamiz.Models;
using Tamiz.Reference;
using Tamiz.Screening;
using Tamiz.Selection;

namespace Tamiz.Flow;

/// <summary>What an administration has set: tamiz.yaml and risks.yaml, with the sources and reports that they name.</summary>
public sealed record Home
{
    /// <summary>Name of the administration.</summary>
    public string Name { get; init; } = "";

    /// <summary>Currency in which money is weighed.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Languages of the officers, the first one by default.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = [Language.Es];

    /// <summary>Time zone of offices that have none of their own.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The time zones of all offices.</summary>
    public OfficeZones Zones => new(TimeZone, Policy.Offices.Where(office => office.Value.TimeZone is not null)
        .ToDictionary(office => office.Key, office => office.Value.TimeZone ?? TimeZone, StringComparer.Ordinal));

    /// <summary>Risk area that is assessed where no findings say otherwise.</summary>
    public string Area { get; init; } = "revenue";

    /// <summary>The risk register.</summary>
    public required RiskRegister Register { get; init; }

    /// <summary>Lanes and capacities.</summary>
    public required SelectionPolicy Policy { get; init; }

    /// <summary>Forgetting and smoothing.</summary>
    public HistorySettings History { get; init; } = new();

    /// <summary>Keys of history; empty for the default list, which a mapping can replace.</summary>
    public IReadOnlyList<KeyMapping> Keys { get; init; } = [];

    /// <summary>Weights that were fitted and approved; null for the experts'.</summary>
    public AdditiveModel? Weights { get; init; }

    /// <summary>Lists, reports, registers and rates.</summary>
    public required Knowledge Knowledge { get; init; }

    /// <summary>Reads a home.</summary>
    /// <param name="files">Gives a file's bytes by its path within the home; null where there is none.</param>
    /// <param name="reportFiles">Paths of the intelligence files.</param>
    /// <param name="receivedAt">When the declarations were received.</param>
    /// <param name="diagnostics">Receives what is wrong; an error in tamiz.yaml or risks.yaml means that the home must not be used.</param>
    public static Home Read(Func<string, byte[]?> files, IReadOnlyList<string> reportFiles, Instant receivedAt, ICollection<Diagnostic> diagnostics)
    {
        var top = YamlSection.Parse(Text(files, "tamiz.yaml"), "tamiz.yaml", diagnostics);
        var register = RiskRegisterReader.Read(Text(files, "risks.yaml"), "risks.yaml", diagnostics);
        var currency = top.Text("currency", required: true) ?? "USD";
        var stake = top.Section("atStake");
        var minimum = stake.Number("minimumRate", 0.05m, 0, 30);
        stake.RejectUnknownKeys();
        var home = new Home
        {
            Name = top.Text("name", required: true) ?? "",
            Currency = currency,
            Languages = ReadLanguages(top),
            TimeZone = OfficeZones.Read(top, diagnostics) ?? TimeZoneInfo.Utc,
            Area = top.Text("area") ?? "revenue",
            Register = register,
            Policy = SelectionReader.Read(top, diagnostics),
            History = ReadHistory(top.Section("history")),
            Keys = KeyMapping.Read(top, "keys", diagnostics),
            Knowledge = ReadKnowledge(top, files, reportFiles, diagnostics) with
            {
                Rates = new ExchangeRates(currency, top.Text("exchangeRates") is { } rates ? Text(files, rates) : null),
                MinimumRate = minimum,
                ReceivedAt = receivedAt,
            },
        };
        top.RejectUnknownKeys();
        if (home.Register.Find(home.Area) is null)
        {
            top.Report("area", home.Area, "an area of risks.yaml");
        }

        return home with { Weights = ReadWeights(files, home, diagnostics) };
    }

    private static AdditiveModel? ReadWeights(Func<string, byte[]?> files, Home home, ICollection<Diagnostic> diagnostics)
    {
        if (files(WeightsFile.Path) is null)
        {
            return null;
        }

        // What is wrong with the keys is said where they are used.
        var catalogue = new FactCatalogue(KeySet.Create(home.Keys, "tamiz.yaml", []));
        var weights = WeightsFile.Read(Text(files, WeightsFile.Path), WeightsFile.Path, Indicators.Of(catalogue), diagnostics);
        if (weights is null || home.Register.Find(weights.Area) is not null)
        {
            return weights;
        }

        diagnostics.Add(WeightsDiagnostics.OtherArea.At(new Place(WeightsFile.Path, Field: "area"), weights.Area));
        return null;
    }

    private static string Text(Func<string, byte[]?> files, string path) => files(path) is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF') : "";

    private static IReadOnlyList<Language> ReadLanguages(YamlSection top)
    {
        var languages = new List<Language>();
        foreach (var code in top.Texts("languages"))
        {
            if (Phrasebook.Find(code) is { } language)
            {
                languages.Add(language);
            }
            else
            {
                top.Report("languages", code, "es, fr, en or pt");
            }
        }

        return languages.Count == 0 ? [Language.Es] : languages;
    }

    private static HistorySettings ReadHistory(YamlSection section)
    {
        var normal = new HistorySettings();
        var settings = new HistorySettings(
            section.Whole("bucketDays", normal.BucketDays, 1, 3660),
            section.Whole("halfLifeDays", normal.HalfLifeDays, 1, 36_600),
            (double)section.Number("priorStrength", (decimal)normal.PriorStrength, 0.1m, 10_000))
        {
            MinPrices = section.Whole("minPrices", normal.MinPrices, 2, 100_000),
        };
        section.RejectUnknownKeys();
        return settings;
    }

    private static Knowledge ReadKnowledge(YamlSection top, Func<string, byte[]?> files, IReadOnlyList<string> reportFiles, ICollection<Diagnostic> diagnostics)
    {
        var missing = new List<string>();
        var lists = new List<ListSnapshot>();
        foreach (var section in top.Sections("sources"))
        {
            var source = SourceReader.Read(section, files, diagnostics);
            if (source.List is null)
            {
                missing.Add(source.Id);
            }
            else
            {
                lists.Add(source.List);
            }
        }

        var reports = reportFiles.SelectMany(file => ReportReader.Read(Text(files, file), file, diagnostics)).ToList();
        return new Knowledge
        {
            Reference = ReferenceData.Embedded(),
            Rates = new ExchangeRates("", null),
            Names = new NameIndex(lists),
            MissingSources = missing,
            Reports = new ReportIndex(reports),
            Trusted = top.Text("trusted") is { } trusted ? ReadTrusted(files(trusted), trusted, diagnostics) : new Dictionary<string, DateOnly>(),
            ReceivedAt = Instant.Latest,
        };
    }

    private static Dictionary<string, DateOnly> ReadTrusted(byte[]? content, string file, ICollection<Diagnostic> diagnostics)
    {
        if (content is null)
        {
            diagnostics.Add(ListDiagnostics.Unreadable.At(new Place(file), ""));
            return [];
        }

        return PlainList.Read(content, file, diagnostics).GroupBy(entry => entry.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().ListedOn ?? DateOnly.MinValue, StringComparer.Ordinal);
    }
}
