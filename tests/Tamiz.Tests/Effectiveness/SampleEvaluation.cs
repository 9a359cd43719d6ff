using System.Runtime.CompilerServices;
using Tamiz.Assessment;
using Tamiz.Evaluation;
using Tamiz.Flow;
using Tamiz.Formats.Mappings;
using Tamiz.History;
using Tamiz.Models;
using Tamiz.Reference;
using Tamiz.Storage;
using Xunit;

namespace Tamiz.Tests.Effectiveness;

/// <summary>An evaluation of the template's home over files of the data folder, as `tamiz evaluate` does it.</summary>
internal sealed class SampleEvaluation : IDisposable
{
    private readonly InputSet _input;
    private readonly Home _home;
    private readonly string _area;

    public SampleEvaluation(Mapping mapping, params string[] files)
    {
        var diagnostics = new List<Diagnostic>();
        var home = HomeFolder.Read(null, Instant.FromDate(new DateOnly(2026, 11, 24)), diagnostics);
        _home = mapping.Currency is { } currency
            ? home with { Currency = currency, Knowledge = home.Knowledge with { Rates = new ExchangeRates(currency, null) } }
            : home;
        Keys = KeySet.Create(mapping.Keys, mapping.Name, diagnostics);
        _area = mapping.Finding!.Area;
        _input = InputSet.Open([.. files.Select(DataFolder.Require)], mapping, _home.TimeZone, withGoods: true, 2, diagnostics);
        Assert.Empty(diagnostics);
    }

    public KeySet Keys { get; }

    /// <summary>A mapping of samples/mappings.</summary>
    public static Mapping ReadMapping(string name)
    {
        var diagnostics = new List<Diagnostic>();
        var mapping = Mapping.Read(File.ReadAllText(Path.Combine(Repository(), "samples", "mappings", name)), name, diagnostics);
        Assert.Empty(diagnostics);
        return mapping;
    }

    /// <summary>The repository's root.</summary>
    public static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    /// <summary>A course over an empty history; without a model, with the experts' weights.</summary>
    public Course Course(AdditiveModel? model = null) => new(_home, Keys, model, "tests"u8);

    /// <summary>Something over the declarations in order.</summary>
    public T Over<T>(Func<IEnumerable<LodgedDeclaration>, T> run) => _input.Run((declarations, _, _) => run(declarations), null, static _ => { });

    /// <summary>Learns and judges; each judged item with what was gathered about it.</summary>
    public (AdditiveModel Model, IReadOnlyList<JudgedItem> Items, IReadOnlyList<GatheredItem> Gathered) Judge(EvaluationPlan plan)
    {
        var evaluator = new Evaluator(_home, Keys, _area, "tests"u8);
        var model = Over(declarations => evaluator.Fit(declarations, plan));
        var gathered = new List<GatheredItem>();
        var items = Over(declarations =>
        {
            gathered.Clear();
            return evaluator.Judge(declarations, plan, model, seen => gathered.AddRange(seen.Gathered.Items.Where(item => item.Item.Finding?.Area == _area)));
        });
        Assert.Equal(items.Count, gathered.Count);
        return (model, items, gathered);
    }

    public void Dispose() => _input.Dispose();
}
