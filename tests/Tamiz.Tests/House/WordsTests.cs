using System.Text.RegularExpressions;
using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Declarations.Checks;
using Tamiz.Facts;
using Tamiz.History;
using Xunit;

namespace Tamiz.Tests.House;

public partial class WordsTests
{
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

    [Fact]
    public void Every_check_and_field_has_words()
    {
        var words = Phrasebook.Of(Language.Es);
        Assert.All(DeclarationChecks.Rules, rule => Assert.NotNull(words.Find(rule.Code, "check")));
        Assert.All(Field.Standard, field => Assert.NotNull(words.Find(field.Id, "field")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_indicator_can_be_said(Language language)
    {
        var catalogue = new FactCatalogue(KeySet.Create([], "", []));
        var declaration = new Declaration
        {
            Identity = new Identity("HNPCR", 2026, "1"),
            LodgedAt = new Instant(0),
            LodgedOn = new DateOnly(1970, 1, 1),
            Importer = new Party("I1", "Importadora"),
            Items = [new Item { Hs = "870323", Origin = "JP" }],
        };
        var facts = new double[catalogue.Facts.Count];
        Array.Fill(facts, 1);
        var item = new GatheredItem(declaration, declaration.Items[0], facts);
        var words = Phrasebook.Of(language);
        foreach (var indicator in Indicators.Of(catalogue))
        {
            foreach (var phrase in indicator.Phrase == "findings" ? ["findings.up", "findings.down"] : new[] { indicator.Phrase })
            {
                var places = PlacesOf(words["evidence." + phrase]).Where(place => place != "and");
                Assert.Subset(indicator.Arguments(item).Select(argument => argument.Name).ToHashSet(), places.ToHashSet());
            }

            Assert.All(indicator.Arguments(item), argument => Assert.DoesNotContain('{', argument.Say(words)));
        }
    }

    private static SortedSet<string> PlacesOf(string phrase) => new(Place().Matches(phrase).Select(match => match.Groups[1].Value), StringComparer.Ordinal);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
