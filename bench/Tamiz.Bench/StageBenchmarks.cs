using BenchmarkDotNet.Attributes;
using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Flow;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Mappings;
using Tamiz.History;
using Tamiz.Selection;
using Tamiz.Storage;

namespace Tamiz.Bench;

/// <summary>Each stage over the declarations of the demonstration; times are for one declaration.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class StageBenchmarks
{
    private const int Count = 2000;
    private static readonly string Samples = Path.Combine(FindRoot(), "samples", "demo");
    private readonly List<Declaration> _declarations = [];
    private byte[] _file = [];
    private Mapping _mapping = new();
    private Home _home = HomeFolder.Read(Samples, Instant.Latest, []);
    private KeySet _keys = KeySet.Create([], "", []);
    private Course? _made;
    private GatheredDeclaration[] _gathered = [];
    private AssessedDeclaration[] _assessed = [];
    private DecidedDeclaration[] _decided = [];
    private readonly Utf8Text _lines = new();

    private Course Prepared => _made ?? throw new InvalidOperationException("not prepared");

    [GlobalSetup]
    public void Prepare()
    {
        var diagnostics = new List<Diagnostic>();
        _mapping = Mapping.Read(File.ReadAllText(Path.Combine(Samples, "mapping.yaml")), "mapping.yaml", diagnostics);
        _home = HomeFolder.Read(Samples, Instant.Latest, diagnostics);
        _keys = KeySet.Create(_mapping.Keys, "", diagnostics);
        _file = File.ReadAllBytes(Path.Combine(Samples, "history.csv"));
        using var input = InputSet.Open([Path.Combine(Samples, "history.csv")], _mapping, _home.TimeZone, false, 1, diagnostics);
        input.Run((lodged, _, _) =>
        {
            _declarations.Clear();
            _declarations.AddRange(lodged.Take(Count).Select(one => one.Declaration));
            return 0;
        }, null, static _ => { });
        _made = new Course(_home, _keys, null, [1]);
        _gathered = [.. _declarations.Select(declaration => Prepared.Gather(declaration, learn: true))];
        _assessed = [.. _gathered.Select(Prepared.Assessor.Assess)];
        _decided = [.. _assessed.Select(assessed => new DecidedDeclaration(assessed, Prepared.Select(assessed, Prepared.Draw(assessed.Gathered.Declaration)), new LodgedDeclaration(assessed.Gathered.Declaration, 0, [])))];
    }

    [Benchmark(OperationsPerInvoke = 20458, Description = "read: a row of 27 fields")]
    public int Read()
    {
        var reader = new CsvReader(new MemoryStream(_file));
        RowReader? rows = null;
        var read = 0;
        while (reader.Read() is { } batch)
        {
            foreach (var row in batch.Rows)
            {
                if (rows is null)
                {
                    rows = new RowReader(ColumnPlan.Create(_mapping, "history.csv", batch, row, [])!, TimeZoneInfo.Utc);
                    continue;
                }

                read += rows.Read(batch, row).Lodged is null ? 0 : 1;
            }
        }

        return read;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "gather and observe")]
    public int Gather()
    {
        var course = new Course(_home, _keys, null, [1]);
        var items = 0;
        foreach (var declaration in _declarations)
        {
            items += course.Gather(declaration, learn: true).Items.Count;
        }

        return items;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "assess")]
    public double Assess()
    {
        double sum = 0;
        foreach (var gathered in _gathered)
        {
            sum += Prepared.Assessor.Assess(gathered).Areas[0].LogOdds;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "select")]
    public int Select()
    {
        var selector = new Course(_home, _keys, null, [1]);
        var controlled = 0;
        foreach (var assessed in _assessed)
        {
            controlled += selector.Select(assessed, selector.Draw(assessed.Gathered.Declaration)).Basis == Basis.None ? 0 : 1;
        }

        return controlled;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "write a line with reasons")]
    public int Write()
    {
        _lines.CutTo(0);
        foreach (var decided in _decided)
        {
            AssessmentColumns.WriteLine(decided, Phrasebook.Of(Language.Es), _lines);
        }

        return _lines.Length;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Tamiz.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the project's root was not found above the program");
        }

        return folder;
    }
}
