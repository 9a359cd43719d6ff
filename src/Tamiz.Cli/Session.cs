using Tamiz.Assessment;
using Tamiz.Facts;
using Tamiz.Flow;
using Tamiz.Formats;
using Tamiz.Formats.Mappings;
using Tamiz.History;
using Tamiz.Models;
using Tamiz.Reference;
using Tamiz.Storage;

namespace Tamiz.Cli;

/// <summary>What assess, explain and evaluate begin with: a home, a mapping, keys.</summary>
internal sealed record Session(Home Home, Mapping Mapping, KeySet Keys)
{
    /// <summary>Reads them; null where they cannot be used, which was said.</summary>
    /// <param name="terminal">Says what is wrong.</param>
    /// <param name="homeFolder">The home; null for the default.</param>
    /// <param name="mappingPath">The mapping; null for the home's.</param>
    /// <param name="clock">The machine's clock.</param>
    /// <param name="withWeights">Whether the home's weights are wanted; without them it does not matter what is wrong with them.</param>
    public static Session? Open(Terminal terminal, string? homeFolder, string? mappingPath, TimeProvider clock, bool withWeights = true)
    {
        var diagnostics = new List<Diagnostic>();
        var home = OpenHome(terminal, homeFolder, clock, withWeights, diagnostics);
        if (home is null)
        {
            return null;
        }

        var path = mappingPath ?? (homeFolder is null ? null : Path.Combine(homeFolder, "mapping.yaml"));
        if (path is null || !File.Exists(path))
        {
            terminal.Complain($"No mapping: {(path is null ? "name one with --mapping" : $"«{path}» does not exist")}. samples/mappings holds examples.");
            return null;
        }

        var mapping = Mapping.Read(File.ReadAllText(path), path, diagnostics);
        var keys = KeySet.Create(mapping.Keys.Count > 0 ? mapping.Keys : home.Keys, path, diagnostics);
        home = WithFittingWeights(home, keys, path, diagnostics);
        return terminal.Report(diagnostics) ? null : new Session(WithCurrency(home, mapping, homeFolder), mapping, keys);
    }

    /// <summary>The same with files in a format that was asked for; the mapping's own where none was.</summary>
    public Session In(FileFormat? format) => this with { Mapping = Mapping with { Format = format ?? Mapping.Format } };

    /// <summary>Risk area of the mapping's findings, else the home's.</summary>
    public string Area => Mapping.Finding?.Area ?? Home.Area;

    /// <summary>The words of a language, else of the home's first, with the mapping's labels.</summary>
    public Phrasebook Words(Language? language)
    {
        var chosen = language ?? Home.Languages[0];
        return Phrasebook.Of(chosen).With(Mapping.LabelsIn(chosen));
    }

    /// <summary>Weights that are fitted on the findings of files, all of which teach.</summary>
    public AdditiveModel Learn(InputSet input) =>
        new AssessmentRun(Home, Keys, Seeds.OfFiles, Environment.ProcessorCount) { Teaches = [.. input.Files.Select(_ => true)] }.Learn(input, Area);

    /// <summary>A course with weights, for assessing anew what was gathered; null for the home's weights.</summary>
    public Course Course(AdditiveModel? model) => new(Home, Keys, model, Seeds.OfFiles);

    private static Home WithFittingWeights(Home home, KeySet keys, string mapping, List<Diagnostic> diagnostics)
    {
        if (home.Weights is null || Indicators.Of(new FactCatalogue(keys)).Select(indicator => indicator.Code).SequenceEqual(home.Weights.Signals))
        {
            return home;
        }

        diagnostics.Add(WeightsDiagnostics.OtherKeys.At(new Place(mapping, Field: "keys"), string.Join(", ", keys.Keys.Select(key => key.Id))));
        return home with { Weights = null };
    }

    private static Home WithCurrency(Home home, Mapping mapping, string? homeFolder) => homeFolder is not null || mapping.Currency is null ? home : home with
    {
        Currency = mapping.Currency,
        Knowledge = home.Knowledge with { Rates = new ExchangeRates(mapping.Currency, null) },
    };

    private static Home? OpenHome(Terminal terminal, string? folder, TimeProvider clock, bool withWeights, List<Diagnostic> diagnostics)
    {
        var chosen = folder ?? (HomeFolder.Exists("home") ? "home" : null);
        if (folder is not null && !HomeFolder.Exists(folder))
        {
            terminal.Complain($"«{folder}» is not a home: it has no tamiz.yaml. `tamiz init {folder}` makes one.");
            return null;
        }

        var home = HomeFolder.Read(chosen, Instant.FromUtc(clock.GetUtcNow().UtcDateTime), diagnostics);
        if (!withWeights)
        {
            home = home with { Weights = null };
            diagnostics.RemoveAll(diagnostic => diagnostic.Where.File == WeightsFile.Path);
        }

        var broken = diagnostics.Exists(diagnostic => diagnostic.Rule.Severity == Severity.Error
            && (diagnostic.Where.File is "tamiz.yaml" or "risks.yaml" or WeightsFile.Path));
        if (broken)
        {
            terminal.Report(diagnostics);
            return null;
        }

        // What is wrong with a source or a report is said, and each assessment says what it lacked.
        terminal.Report(diagnostics);
        diagnostics.Clear();
        return home;
    }
}
