using System.Text.RegularExpressions;
using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Declarations.Checks;
using Tamiz.Facts;
using Tamiz.Formats.Mappings;
using Tamiz.History;
using Tamiz.Models;
using Xunit;

namespace Tamiz.Tests.House;

public partial class WordsTests
{
    private static readonly FactCatalogue Catalogue = new(KeySet.Create([], "", []));

    public static TheoryData<Language> Languages => [Language.Es, Language.Fr, Language.En, Language.Pt];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_same_codes_and_places(Language language)
    {
        var spanish = Phrasebook.Of(Language.Es);
        var words = Phrasebook.Of(language);
        Assert.Equal(spanish.Codes.Order(StringComparer.Ordinal), words.Codes.Order(StringComparer.Ordinal));
        Assert.All(words.Codes, code => Assert.Equal(PlacesOf(spanish[code]), PlacesOf(words[code])));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_check_and_field_has_words(Language language)
    {
        var words = Phrasebook.Of(language);
        string[] fields = [.. Field.Standard.Select(field => field.Id), KeyDefinition.PriceBand, "item.pricePerKilogram", "item.pricePerUnit"];
        Assert.All(DeclarationChecks.Rules, rule => Assert.False(string.IsNullOrWhiteSpace(words.Find(rule.Code, "check")), rule.Code));
        Assert.All(fields, field => Assert.False(string.IsNullOrWhiteSpace(words.Find(field, "field")), field));
        Assert.All(words.Codes, code => Assert.False(string.IsNullOrWhiteSpace(words[code]), code));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_fact_has_a_name_and_a_unit_of_its_own(Language language)
    {
        var words = Phrasebook.Of(language);
        var keys = KeySet.Create([new(["item.code.x.items"], null), new(["item.class.species", "item.hs4"], null), .. Defaults()], "", []);
        var facts = new FactCatalogue(keys).Facts;
        var names = facts.Select(fact => FactNames.Of(fact, words)).ToList();
        Assert.All(names, name => Assert.DoesNotMatch(@"^\s*$|[{}]|\b(item|declaration|importer|declarant|exporter|findings)\.", name));
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(facts, fact => Assert.False(string.IsNullOrWhiteSpace(FactNames.UnitOf(fact, words)), fact.Unit));
    }

    private static IEnumerable<KeyMapping> Defaults() => Catalogue.Keys.Keys.Select(key => new KeyMapping(key.Id.Split('+'), null));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_indicator_fills_the_places_of_its_words(Language language)
    {
        var item = GoodsWith(1);
        var words = Phrasebook.Of(language);
        foreach (var indicator in Indicators.Of(Catalogue))
        {
            foreach (var phrase in indicator.Phrase == "findings" ? ["findings.up", "findings.down"] : new[] { indicator.Phrase })
            {
                var places = PlacesOf(words["evidence." + phrase]).Where(place => place != "and");
                Assert.Subset(indicator.Mentions.Select(mention => mention.Read(item).Name).ToHashSet(), places.ToHashSet());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_reason_is_said_without_a_place_left_open(Language language)
    {
        var words = Phrasebook.Of(language);
        var reasons = Reasons().ToList();
        Assert.Equal(
            Indicators.Of(Catalogue).Select(indicator => indicator.Code).Append("items.others").Order(StringComparer.Ordinal),
            reasons.Select(reason => reason.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(reasons, reason => reason.Phrase == "findings.up");
        Assert.Contains(reasons, reason => reason.Phrase == "findings.down");
        Assert.All(reasons, reason =>
        {
            var said = reason.Say(words);
            Assert.False(string.IsNullOrWhiteSpace(said), reason.Code);
            Assert.DoesNotContain('{', said);
            Assert.DoesNotContain('}', said);
            Assert.DoesNotContain("  ", said, StringComparison.Ordinal);
        });
    }

    // Facts of 0 bring out novelty, facts of 3 high prices and the rest, facts of -3 low prices and low rates.
    private static IEnumerable<Evidence> Reasons()
    {
        var indicators = Indicators.Of(Catalogue);
        var area = new RiskArea("revenue", new Dictionary<string, string>(), "unit", true, 0, 0.05m, 0);
        string[] signals = [.. indicators.Select(indicator => indicator.Code)];
        var model = new AdditiveModel(area.Id, signals, [.. signals.Select(_ => 0.1)], -2, Calibration.None, null);
        var assessor = new Assessor(Catalogue, indicators, model, new RiskRegister([area]));
        GatheredItem[] goods = [GoodsWith(0), GoodsWith(3), GoodsWith(-3), NewPair()];
        return goods.SelectMany(item => assessor.Assess(new GatheredDeclaration(item.Declaration, [item, item], [], [], [])).Areas[0].Evidence);
    }

    // A pair is new only where its first party is not.
    private static GatheredItem NewPair()
    {
        var item = GoodsWith(0);
        foreach (var id in new[] { "importer.id", "exporter.id", "exporter.name", "declarant.id" })
        {
            item.Facts[Catalogue.SlotOf(id + ".items")] = 1;
        }

        return item;
    }

    private static GatheredItem GoodsWith(double fact)
    {
        var declaration = new Declaration
        {
            Identity = new Identity("HNPCR", 2026, "1"),
            LodgedAt = new Instant(0),
            LodgedOn = new DateOnly(1970, 1, 1),
            Importer = new Party("I1", "Importadora"),
            Items = [new Item { Hs = "870323", Origin = "JP" }],
        };
        var facts = new double[Catalogue.Facts.Count];
        Array.Fill(facts, fact);
        return new GatheredItem(declaration, declaration.Items[0], facts);
    }

    private static SortedSet<string> PlacesOf(string phrase) => new(Place().Matches(phrase).Select(match => match.Groups[1].Value), StringComparer.Ordinal);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
