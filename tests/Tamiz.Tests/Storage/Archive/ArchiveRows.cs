using CsCheck;
using Tamiz.Declarations;
using Tamiz.Storage.Archive;
using Tamiz.Storage.Persons;

namespace Tamiz.Tests.Storage.Archive;

/// <summary>Rows for the archive.</summary>
internal static class ArchiveRows
{
    public static readonly Instant November = Instant.FromUtc(new DateTime(2026, 11, 30, 23, 0, 0, DateTimeKind.Utc));

    /// <summary>Records of one to three items with small numbers of them in November 2026, then December; each with its names of facts.</summary>
    public static readonly Gen<(string[] Facts, ArchiveRow[] Rows)[]> Records = Gen.Select(Gen.Int[1, 3], Gen.Int[0, 9], Gen.Int[0, 2]).Array[1, 40].Select(records =>
    {
        var minutes = 0;
        return records.Select((record, sequence) =>
        {
            minutes += record.Item2;
            string[] facts = record.Item3 == 0 ? ["item.value", "new.fact"] : ["item.value"];
            return (facts, Enumerable.Range(1, record.Item1).Select(item => Row(sequence, item, November.UnixMilliseconds + (minutes * 60_000), facts.Length)).ToArray());
        }).ToArray();
    });

    public static ArchiveRow Row(long sequence, int item, long at, int facts) => new(
        sequence,
        new Instant(at),
        new Declaration
        {
            Identity = new Identity("HNPCR", 2026, $"{sequence}", 1 + (int)(sequence % 2)),
            LodgedAt = new Instant(at - 1000),
            LodgedOn = new DateOnly(2026, 11, 30),
            Importer = new Party("NEVER", "NEVER", "NEVER"),
            Containers = sequence % 3 == 0 ? ["MSKU1234565", "x \"y\""] : [],
            Invoice = new Money(12.5m, "USD"),
            Items = [],
        },
        new Item
        {
            Sequence = item,
            Hs = "870323",
            Description = sequence % 4 == 0 ? null : $"goods {sequence % 5} ñ",
            NetMass = item == 1 ? new Mass(79_228_162_514_264_337_593_543_950_335m) : new Mass(-0.123456789m),
            Codes = [new Code("cites", "I")],
        },
        [.. Enumerable.Range(0, facts).Select(fact => (sequence + fact) % 3 == 0 ? double.NaN : sequence / 7.0)])
    {
        Importer = new Pseudonyms(1, UInt128.MaxValue),
        Lane = sequence % 2 == 0 ? "red" : "green",
        Basis = "Random",
        Risk = 0.25,
        Expected = double.PositiveInfinity,
        Evidence = "list.un+3.000",
    };
}
