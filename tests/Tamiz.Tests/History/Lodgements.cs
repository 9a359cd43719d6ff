using CsCheck;
using Tamiz.Declarations;
using Tamiz.History;

namespace Tamiz.Tests.History;

/// <summary>Made-up declarations, and a history with keys and settings that bring its rules out within a year.</summary>
internal static class Lodgements
{
    public static readonly DateOnly Start = new(2025, 1, 1);
    public static readonly HistorySettings Settings = new(BucketDays: 30, HalfLifeDays: 200, PriorStrength: 5) { MinPrices = 3 };

    public static readonly KeySet Keys = KeySet.Create(
    [
        new(["importer.id"], null),
        new(["item.priceBand"], null),
        new(["item.hs4"], null),
        new(["item.hs6"], "item.hs4"),
        new(["item.hs6", "item.origin"], "item.hs6"),
        new(["item.hs4", "item.priceBand"], "item.hs4"),
    ], "", []);

    // Few values, so that they meet again; instants of a day apart up to a year, several declarations at each, results at once, late or never.
    private static readonly Gen<Item> Items = Gen.Select(
        Gen.OneOf("020110", "020120", "870323", "0201", null), Gen.OneOf("CN", "US", null), Gen.Int[1, 400], Gen.Int[0, 3],
        Gen.OneOf("PCE", "LTR", null), Gen.Int[0, 5], Gen.Bool, (hs, origin, price, mass, unit, control, hit) => new Item
        {
            Hs = hs,
            Origin = origin,
            Price = new Money(price, "USD"),
            NetMass = mass == 0 ? null : new Mass(mass),
            SupplementaryQuantity = unit is null ? null : 2,
            SupplementaryUnit = unit,
            Finding = control == 0 ? null : new Finding(hit, new Instant(control switch { 1 => 0, 2 => 1, 3 => 5, 4 => 45, _ => 400 }), "revenue"),
        });

    /// <summary>Declarations in order, with findings.</summary>
    public static readonly Gen<Declaration[]> Streams =
        Gen.Select(Gen.Frequency((4, Gen.Int[0, 12]), (1, Gen.Int[0, 330])), Gen.OneOf("a", "b", null), Items.Array[1, 2]).Array[1, 60].Select(rows =>
        {
            var day = 0;
            return rows.Select((row, i) =>
            {
                day += row.Item1 > 6 ? row.Item1 - 6 : 0;
                return Of(i, Start.AddDays(day), row.Item2, row.Item3);
            }).ToArray();
        });

    /// <summary>A declaration; its findings come with days from lodgement in place of their instant.</summary>
    public static Declaration Of(int number, DateOnly day, string? importer, Item[] items) => new()
    {
        Identity = new Identity("O", 2025, $"{number:D4}"),
        LodgedAt = Instant.FromDate(day),
        LodgedOn = day,
        Importer = new Party(importer),
        Items =
        [
            .. items.Select((item, i) => item with
            {
                Sequence = i + 1,
                Finding = item.Finding is { } finding ? finding with { KnownAt = Instant.FromDate(day).AddDays((int)finding.KnownAt.UnixMilliseconds) } : null,
            }),
        ],
    };
}
