using System.Collections.Immutable;
using Tamiz.Declarations;
using Tamiz.Declarations.Checks;
using Tamiz.Facts;
using Tamiz.History;

namespace Tamiz.Assessment;

/// <summary>The indicators that an assessment weighs, derived from the catalogue of facts.</summary>
public static class Indicators
{
    private const double MaxLift = 4;

    /// <summary>One indicator for the findings under each key, for novelty, for unit prices, for checks and for trusted traders.</summary>
    public static IReadOnlyList<Indicator> Of(FactCatalogue catalogue)
    {
        var indicators = new List<Indicator>();
        for (var key = 0; key < catalogue.Keys.Keys.Count; key++)
        {
            indicators.Add(Findings(catalogue, key));
            if (Novelty(catalogue, key) is { } novelty)
            {
                indicators.Add(novelty);
            }
        }

        indicators.AddRange(Price(catalogue.PriceSlot, "item.pricePerKilogram", 0.35));
        indicators.AddRange(Price(catalogue.PriceSlot + FactCatalogue.PerPrice, "item.pricePerUnit", 0.25));
        indicators.Add(Trusted(catalogue.TrustedSlot));
        for (var rule = 0; rule < DeclarationChecks.Rules.Count; rule++)
        {
            indicators.Add(Check(DeclarationChecks.Rules[rule], catalogue.FirstCheckSlot + rule));
        }

        return indicators;
    }

    private static Indicator Findings(FactCatalogue catalogue, int index)
    {
        var key = catalogue.Keys.Keys[index];
        var slot = index * FactCatalogue.PerKey;
        return new Indicator("findings." + key.Id, "findings", EvidenceFamily.Internal, slot, 0.5, facts => Math.Clamp(facts[slot], -MaxLift, MaxLift))
        {
            Mentions =
            [
                .. Values(catalogue, key),
                FactOf("rate", ArgumentKind.Share, slot + 1),
                FactOf("normal", ArgumentKind.Share, slot + 2),
                FactOf("checked", ArgumentKind.Count, slot + 3),
                FactOf("hits", ArgumentKind.Count, slot + 4),
            ],
        };
    }

    private static Indicator? Novelty(FactCatalogue catalogue, int index)
    {
        var key = catalogue.Keys.Keys[index];
        var party = key.First?.Id is "importer.id" or "exporter.id" or "exporter.name" or "declarant.id";
        if (!party)
        {
            return null;
        }

        var slot = (index * FactCatalogue.PerKey) + 5;
        var alone = key.IsPair ? catalogue.SlotOf(key.First!.Id + ".items") : -1;
        return new Indicator("novelty." + key.Id, key.IsPair ? "novelty.pair" : "novelty.party", EvidenceFamily.Internal, slot, key.IsPair ? 0.15 : 0.3,
            facts => double.IsNaN(facts[slot]) ? double.NaN : facts[slot] == 0 && (alone < 0 || facts[alone] > 0) ? 1 : 0)
        {
            Mentions = [.. Values(catalogue, key)],
        };
    }

    private static IEnumerable<Mention> Values(FactCatalogue catalogue, KeyDefinition key)
    {
        var fields = key.Id.Split('+');
        yield return Word("field", fields[0]);
        yield return Value("value", catalogue, key.First);
        if (key.IsPair)
        {
            yield return Word("field2", fields[1]);
            yield return Value("value2", catalogue, key.Second);
        }
    }

    private static Mention Value(string name, FactCatalogue catalogue, Field? field) =>
        field is null ? PriceBand(name, catalogue) : new(name, item => new(name, ArgumentKind.Text, 0, field.Read(item.Declaration, item.Item)));

    private static Mention PriceBand(string name, FactCatalogue catalogue) => new(name, item =>
    {
        var perKilogram = item.Facts[catalogue.PriceSlot + 5];
        var below = double.IsNaN(perKilogram) ? item.Facts[catalogue.PriceSlot + FactCatalogue.PerPrice + 5] : perKilogram;
        return new(name, ArgumentKind.Word, 0, double.IsNaN(below) ? null : PriceReference.BandOf(below));
    });

    private static Mention FactOf(string name, ArgumentKind kind, int slot) => new(name, item => new(name, kind, item.Facts[slot], null));

    private static Mention Word(string name, string code)
    {
        var word = new Argument(name, ArgumentKind.Word, 0, code);
        return new(name, _ => word);
    }

    private static IEnumerable<Indicator> Price(int slot, string price, double weight)
    {
        ImmutableArray<Mention> mentions =
        [
            Word("field", price),
            FactOf("price", ArgumentKind.Number, slot),
            FactOf("low", ArgumentKind.Number, slot + 2),
            FactOf("median", ArgumentKind.Number, slot + 3),
            FactOf("high", ArgumentKind.Number, slot + 4),
            FactOf("below", ArgumentKind.Share, slot + 5),
            FactOf("count", ArgumentKind.Count, slot + 6),
        ];
        yield return new("price.low." + price, "price.low", EvidenceFamily.Internal, slot + 1, weight, facts => Beyond(-facts[slot + 1])) { Mentions = mentions };
        yield return new("price.high." + price, "price.high", EvidenceFamily.Internal, slot + 1, weight / 4, facts => Beyond(facts[slot + 1])) { Mentions = mentions };
    }

    private static double Beyond(double deviation) => double.IsNaN(deviation) ? deviation : Math.Clamp(deviation - 0.8, 0, 5);

    private static Indicator Trusted(int slot) => new("trusted.importer", "trusted", EvidenceFamily.Internal, slot, -1.2, facts => facts[slot])
    {
        Mentions = [new("value", item => new("value", ArgumentKind.Text, 0, item.Declaration.Importer?.Id))],
    };

    private static Indicator Check(DiagnosticRule rule, int slot) =>
        new("check." + rule.Code, "check", EvidenceFamily.Internal, slot, rule.Severity == Severity.Note ? 0.05 : 0.2, facts => Math.Min(facts[slot], 2))
        {
            Mentions = [Word("check", rule.Code), FactOf("count", ArgumentKind.Count, slot)],
        };
}
