using System.Collections.Concurrent;
using Tamiz.Formats.Json;
using Tamiz.Formats.Mappings;
using Tamiz.Formats.Rows;

namespace Tamiz.Storage.Carriers;

/// <summary>A JSON file: a row an item, or a declaration that has no array of items.</summary>
internal sealed class JsonCarrier(ColumnPlan plan) : Carrier(plan)
{
    private readonly ConcurrentBag<JsonRowCutter> _cutters = [];
    private readonly ConcurrentBag<RawBatch> _spent = [];

    public override IEnumerable<Func<RawBatch>> Read()
    {
        using var stream = OpenRead(Plan.File);
        var reader = new JsonReader(stream, Plan.File);
        while (reader.Read() is { } chunk)
        {
            BytesRead = reader.BytesRead;
            yield return () => With(cutter => cutter.Cut(chunk, _spent.TryTake(out var spent) ? spent : null));
        }
    }

    public override RawBatch Recut(IReadOnlyList<KeptRow> rows) => With(cutter => cutter.Recut(rows));

    public override void Spend(RawBatch batch) => _spent.Add(batch);

    private RawBatch With(Func<JsonRowCutter, RawBatch> work)
    {
        var cutter = _cutters.TryTake(out var free) ? free : new JsonRowCutter(Plan);
        var batch = work(cutter);
        _cutters.Add(cutter);
        return batch;
    }
}
