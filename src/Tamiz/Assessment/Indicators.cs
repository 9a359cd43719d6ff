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
            Arguments = item =>
            [
                .. Values(catalogue, key, item),
                new("rate", ArgumentKind.Share, item.Facts[slot + 1], null),
                new("normal", ArgumentKind.Share, item.Facts[slot + 2], null),
                new("checked", ArgumentKind.Count, item.Facts[slot + 3], null),
                new("hits", ArgumentKind.Count, item.Facts[slot + 4], null),
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
            Arguments = item => [.. Values(catalogue, key, item)],
        };
    }

    private static IEnumerable<Argument> Values(FactCatalogue catalogue, KeyDefinition key, GatheredItem item)
    {
        var fields = key.Id.Split('+');
        yield return new("field", ArgumentKind.Word, 0, fields[0]);
        yield return Value("value", catalogue, key.First, item);
        if (key.IsPair)
        {
            yield return new("field2", ArgumentKind.Word, 0, fields[1]);
            yield return Value("value2", catalogue, key.Second, item);
        }
    }

    private static Argument Value(string name, FactCatalogue catalogue, Field? field, GatheredItem item)
    {
        if (field is not null)
        {
            return new(name, ArgumentKind.Text, 0, field.Read(item.Declaration, item.Item));
        }

        var perKilogram = item.Facts[catalogue.PriceSlot + 5];
        var below = double.IsNaN(perKilogram) ? item.Facts[catalogue.PriceSlot + FactCatalogue.PerPrice + 5] : perKilogram;
        return new(name, ArgumentKind.Word, 0, double.IsNaN(below) ? null : PriceReference.BandOf(below));
    }

    private static IEnumerable<Indicator> Price(int slot, string price, double weight)
    {
        IReadOnlyList<Argument> Arguments(GatheredItem item) =>
        [
            new("field", ArgumentKind.Word, 0, price),
            new("price", ArgumentKind.Number, item.Facts[slot], null),
            new("low", ArgumentKind.Number, item.Facts[slot + 2], null),
            new("median", ArgumentKind.Number, item.Facts[slot + 3], null),
            new("high", ArgumentKind.Number, item.Facts[slot + 4], null),
            new("below", ArgumentKind.Share, item.Facts[slot + 5], null),
            new("count", ArgumentKind.Count, item.Facts[slot + 6], null),
        ];
        yield return new("price.low." + price, "price.low", EvidenceFamily.Internal, slot + 1, weight, facts => Beyond(-facts[slot + 1])) { Arguments = Arguments };
        yield return new("price.high." + price, "price.high", EvidenceFamily.Internal, slot + 1, weight / 4, facts => Beyond(facts[slot + 1])) { Arguments = Arguments };
    }

    private static double Beyond(double deviation) => double.IsNaN(deviation) ? deviation : Math.Clamp(deviation - 0.8, 0, 5);

    private static Indicator Trusted(int slot) => new("trusted.importer", "trusted", EvidenceFamily.Internal, slot, -1.2, facts => facts[slot])
    {
        Arguments = item => [new("value", ArgumentKind.Text, 0, item.Declaration.Importer?.Id)],
    };

    private static Indicator Check(DiagnosticRule rule, int slot) =>
        new("check." + rule.Code, "check", EvidenceFamily.Internal, slot, rule.Severity == Severity.Note ? 0.05 : 0.2, facts => Math.Min(facts[slot], 2))
        {
            Arguments = item => [new("check", ArgumentKind.Word, 0, rule.Code), new("count", ArgumentKind.Count, item.Facts[slot], null)],
        };
}
