using System.Text.Json;
using Tamiz.Flow;
using Tamiz.Formats.Mappings;
using Tamiz.Storage;

namespace Tamiz.Tests.Formats.Carriers;

/// <summary>What was read from a file: declarations, goods, counts, and the quarantine.</summary>
internal sealed record Reading(IReadOnlyList<string> Declarations, IReadOnlyList<UInt128> Goods, Tally Tally, IReadOnlyList<string[]> Refused, IReadOnlyList<Diagnostic> Diagnostics)
{
    public static Reading Of(byte[] content, string mapping, int threads = 2)
    {
        using var run = new Assessed();
        return Of(run, [run.Write("in", content)], mapping, threads);
    }

    public static Reading Of(Assessed run, string[] files, string mapping, int threads = 2)
    {
        var diagnostics = new List<Diagnostic>();
        var read = Mapping.Read(mapping, "mapping.yaml", diagnostics);
        using var input = InputSet.Open(files, read, TimeZoneInfo.Utc, withGoods: true, threads, diagnostics);
        return input.Run(
            (lodged, tally, quarantine) =>
            {
                var all = lodged.ToList();
                quarantine.Keep();
                Assert(tally, quarantine);
                return new Reading(
                    [.. all.Select(one => JsonSerializer.Serialize(one.Declaration with { Source = default }))], [.. all.SelectMany(one => one.Goods)],
                    tally, [.. Assessed.Rows(run.QuarantinePath).Skip(1)], diagnostics);
            },
            run.QuarantinePath,
            diagnostics.Add);
    }

    private static void Assert(Tally tally, Quarantine quarantine)
    {
        Xunit.Assert.Equal(tally.Read, tally.Taken + tally.Known + tally.Refused);
        Xunit.Assert.Equal(tally.Refused, quarantine.Count);
    }
}
