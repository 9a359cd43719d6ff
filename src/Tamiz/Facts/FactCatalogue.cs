using System.Security.Cryptography;
using System.Text;
using Tamiz.Declarations.Checks;
using Tamiz.History;

namespace Tamiz.Facts;

/// <summary>All facts that an assessment fills, each with its place in a row of numbers. A fact that is not known is not a number (NaN).</summary>
public sealed class FactCatalogue
{
    /// <summary>Numbers that a key of history fills, one after the other from its first slot.</summary>
    public const int PerKey = 7;

    /// <summary>Numbers that a kind of unit price fills.</summary>
    public const int PerPrice = 7;

    private readonly Dictionary<string, int> _slots;
    private readonly int[] _stored;

    /// <summary>The catalogue for the given kinds of keys.</summary>
    public FactCatalogue(KeySet keys)
    {
        Keys = keys;
        Facts = [.. HistoryFacts(keys), .. PriceFacts("item.pricePerKilogram"), .. PriceFacts("item.pricePerUnit"), .. OtherFacts()];
        _slots = Facts.Select((fact, slot) => (fact.Id, slot)).ToDictionary(pair => pair.Id, pair => pair.slot, StringComparer.Ordinal);
        _stored = [.. Enumerable.Range(0, Facts.Count).Where(slot => !Facts[slot].Derived)];
        Stored = [.. _stored.Select(slot => Facts[slot])];
        PriceSlot = keys.Keys.Count * PerKey;
        OverallSlot = _slots["overall.findings.checked"];
        ValueSlot = _slots["item.value"];
        RateSlot = _slots["item.dutyRate"];
        StakeSlot = _slots["item.atStake"];
        TrustedSlot = _slots["importer.trusted"];
        FirstCheckSlot = Facts.Count - DeclarationChecks.Rules.Count;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Facts.Select(fact => fact.ToString())))));
    }

    /// <summary>The kinds of keys behind the facts of history.</summary>
    public KeySet Keys { get; }

    /// <summary>The facts; a fact's index is its slot.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>Those of them that are stored, in the same order; the others follow from them.</summary>
    public IReadOnlyList<Fact> Stored { get; }

    /// <summary>SHA-256 of all definitions, in hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>First slot of the price of a kilogram; those of a unit follow after <see cref="PerPrice"/>.</summary>
    public int PriceSlot { get; }

    /// <summary>Slot of the controls over all items; that of those which found an irregularity follows.</summary>
    public int OverallSlot { get; }

    /// <summary>Slot of the item's value.</summary>
    public int ValueSlot { get; }

    /// <summary>Slot of the item's rate of duty.</summary>
    public int RateSlot { get; }

    /// <summary>Slot of the money at stake.</summary>
    public int StakeSlot { get; }

    /// <summary>Slot of the trusted-trader flag.</summary>
    public int TrustedSlot { get; }

    /// <summary>First slot of the checks, in the order of <see cref="DeclarationChecks.Rules"/>.</summary>
    public int FirstCheckSlot { get; }

    /// <summary>The slot of a fact; -1 where there is none.</summary>
    public int SlotOf(string id) => _slots.TryGetValue(id, out var slot) ? slot : -1;

    /// <summary>The stored facts of a row, in the order of <see cref="Stored"/>; <see cref="FactDerivation.Restore"/> gives the row back.</summary>
    /// <param name="row">As gathered.</param>
    /// <exception cref="ArgumentException">It is not a row of this catalogue.</exception>
    public double[] Keep(double[] row)
    {
        if (row.Length != Facts.Count)
        {
            throw new ArgumentException($"a row of {row.Length} facts, not {Facts.Count}", nameof(row));
        }

        return Array.ConvertAll(_stored, slot => row[slot]);
    }

    /// <summary>Puts stored facts in their places in a row; those that are derived are not a number.</summary>
    internal double[] Place(ReadOnlySpan<double> kept)
    {
        if (kept.Length != _stored.Length)
        {
            throw new ArgumentException($"{kept.Length} stored facts, not {_stored.Length}", nameof(kept));
        }

        var row = new double[Facts.Count];
        Array.Fill(row, double.NaN);
        for (var i = 0; i < kept.Length; i++)
        {
            row[_stored[i]] = kept[i];
        }

        return row;
    }

    private static IEnumerable<Fact> HistoryFacts(KeySet keys) => keys.Keys.SelectMany(key => new[]
    {
        new Fact(key.Id + ".findings.lift", "log-odds", EvidenceFamily.Internal, AsOfRule.KnownBefore,
            $"Log-odds of the smoothed rate of findings for this {key.Id}, less those of {(key.Parent < 0 ? "all items" : keys.Keys[key.Parent].Id)}.", Derived: true),
        new Fact(key.Id + ".findings.rate", "share", EvidenceFamily.Internal, AsOfRule.KnownBefore,
            "Decayed hits over decayed controls, smoothed toward the parent's rate.", Derived: true),
        new Fact(key.Id + ".findings.parentRate", "share", EvidenceFamily.Internal, AsOfRule.KnownBefore, "The smoothed rate of the parent key.", Derived: true),
        new Fact(key.Id + ".findings.checked", "controls, decayed", EvidenceFamily.Internal, AsOfRule.KnownBefore, "Controls whose result is known, weighted by age, to the nearest 1,024th."),
        new Fact(key.Id + ".findings.hits", "controls, decayed", EvidenceFamily.Internal, AsOfRule.KnownBefore, "Those of them that found an irregularity, weighted and rounded alike."),
        new Fact(key.Id + ".items", "items", EvidenceFamily.Internal, AsOfRule.ObservedBefore, "Items declared before under this key."),
        new Fact(key.Id + ".days", "days", EvidenceFamily.Internal, AsOfRule.ObservedBefore, "Days since the first of them; 0 where there is none."),
    });

    private static IEnumerable<Fact> PriceFacts(string price) =>
    [
        new(price, "home currency", EvidenceFamily.Internal, AsOfRule.Lodged, "Item price, or customs value where there is none, over the quantity."),
        new(price + ".deviation", "half-widths", EvidenceFamily.Internal, AsOfRule.ObservedBefore,
            "Distance from the median of like goods on the logarithmic scale, in half-widths between the 10th and the 90th percentile.", Derived: true),
        new(price + ".low", "home currency", EvidenceFamily.Internal, AsOfRule.ObservedBefore, "10th percentile of the closest distribution with enough prices."),
        new(price + ".median", "home currency", EvidenceFamily.Internal, AsOfRule.ObservedBefore, "Its median."),
        new(price + ".high", "home currency", EvidenceFamily.Internal, AsOfRule.ObservedBefore, "Its 90th percentile."),
        new(price + ".below", "share", EvidenceFamily.Internal, AsOfRule.ObservedBefore, "Share of its prices that are lower."),
        new(price + ".count", "items", EvidenceFamily.Internal, AsOfRule.ObservedBefore, "Prices in it."),
    ];

    private static IEnumerable<Fact> OtherFacts() =>
    [
        new("overall.findings.checked", "controls, decayed", EvidenceFamily.Internal, AsOfRule.KnownBefore,
            "Controls of any item whose result is known, weighted by age, to the nearest 1,024th."),
        new("overall.findings.hits", "controls, decayed", EvidenceFamily.Internal, AsOfRule.KnownBefore,
            "Those of them that found an irregularity, weighted and rounded alike."),
        new("item.value", "home currency", EvidenceFamily.Internal, AsOfRule.Lodged, "Customs value, or item price where there is none."),
        new("item.dutyRate", "per cent", EvidenceFamily.Internal, AsOfRule.Lodged, "Rate of duty applied."),
        new("item.atStake", "home currency", EvidenceFamily.Internal, AsOfRule.ObservedBefore,
            "Duties and taxes at stake: value, or its value at the median price of like goods where that is higher, times the rate, but at least the home's minimum rate."),
        new("importer.trusted", "flag", EvidenceFamily.Internal, AsOfRule.PublishedOn, "1 where the importer is in the register of trusted traders."),
        .. DeclarationChecks.Rules.Select(rule => new Fact("check." + rule.Code, "times", EvidenceFamily.Internal, AsOfRule.Lodged,
            $"How often the check found: {rule.Title}.")),
    ];
}
