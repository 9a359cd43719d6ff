using System.Collections.Concurrent;
using Tamiz.Formats.Csv;
using Tamiz.Formats.Mappings;
using Tamiz.Formats.Rows;

namespace Tamiz.Storage.Carriers;

/// <summary>A CSV file: a row a line.</summary>
internal sealed class CsvCarrier : Carrier
{
    private readonly ConcurrentBag<RawBatch> _spent = [];

    private CsvCarrier(ColumnPlan plan)
        : base(plan)
    {
    }

    /// <summary>Opens a file; null, with diagnostics, where its headings do not fit.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static CsvCarrier? Open(string path, Mapping mapping, ICollection<Diagnostic> diagnostics)
    {
        using var stream = OpenRead(path);
        var batch = new CsvReader(stream, mapping.Delimiter).Read();
        if (batch is null)
        {
            diagnostics.Add(CsvDiagnostics.Empty.At(new Place(path), ""));
            return null;
        }

        return ColumnPlan.Create(mapping, path, batch, batch.Rows[0], diagnostics) is { } plan ? new CsvCarrier(plan) : null;
    }

    public override IEnumerable<Func<RawBatch>> Read()
    {
        using var stream = OpenRead(Plan.File);
        var reader = new CsvReader(stream, Plan.Mapping.Delimiter);
        var first = true;
        while (reader.Read(_spent.TryTake(out var spent) ? spent : null) is { } batch)
        {
            BytesRead = reader.BytesRead;
            if (first)
            {
                batch.Rows.RemoveAt(0);
                first = false;
            }

            yield return () => batch;
        }
    }

    public override RawBatch Recut(IReadOnlyList<KeptRow> rows) => CsvReader.Recut(rows, Plan.Mapping.Delimiter);

    public override void Spend(RawBatch batch) => _spent.Add(batch);
}
