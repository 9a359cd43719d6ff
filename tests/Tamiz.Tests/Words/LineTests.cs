using System.Globalization;
using CsCheck;
using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Facts;
using Tamiz.Flow;
using Tamiz.History;
using Tamiz.Selection;
using Tamiz.Storage;
using Xunit;

namespace Tamiz.Tests.Words;

public class LineTests
{
    [Fact]
    public void A_field_is_quoted_as_its_definition_says() =>
        Gen.OneOf(Gen.String["a=+-@\t\r\n,\"0.e"], Gen.String, Gen.Double.Select(number => number.ToString("R", CultureInfo.InvariantCulture))).Sample(text =>
        {
            Assert.Equal(Defined(text), CsvText.Quote(text));
            var line = new Utf8Text(0);
            line.Append("before,");
            line.Append(text);
            CsvText.Quote(line, "before,".Length);
            Assert.Equal("before," + Defined(text), line.ToString());
        }, iter: 5_000);

    [Fact]
    public void A_line_with_reasons_is_written_without_an_allocation()
    {
        var decided = Decided();
        var text = new Utf8Text();
        Assert.Equal(0, Allocation.Steady(() =>
        {
            text.CutTo(0);
            AssessmentColumns.WriteLine(decided, Phrasebook.Of(Language.Fr), text);
        }));
        Assert.Contains("(0.", text.ToString(), StringComparison.Ordinal);
    }

    private static string Defined(string text)
    {
        text = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
        if (text.Length == 0)
        {
            return text;
        }

        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        var safe = "=+@\t\r\n".Contains(text[0], StringComparison.Ordinal) || (text[0] == '-' && !isNumber) ? "'" + text : text;
        return safe.IndexOfAny([',', '"', '\r', '\n']) >= 0 ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }

    private static DecidedDeclaration Decided()
    {
        var catalogue = new FactCatalogue(KeySet.Create([], "", []));
        var area = new RiskArea("revenue", new Dictionary<string, string>(), "unit", true, 0, 0.05m, 0);
        var indicators = Indicators.Of(catalogue);
        var assessor = new Assessor(catalogue, indicators, WeightFitting.Expert(indicators, area), new RiskRegister([area]));
        var declaration = new Declaration
        {
            Identity = new Identity("HNPCR", 2026, "1"),
            LodgedAt = new Instant(0),
            LodgedOn = new DateOnly(1970, 1, 1),
            Importer = new Party("I1", "Importadora"),
            // Two digits: reading the chapter of a longer code makes a text of its own.
            Items = [new Item { Hs = "87", Origin = "JP" }],
        };
        var facts = new double[catalogue.Facts.Count];
        Array.Fill(facts, 0.7);
        var gathered = new GatheredDeclaration(declaration, [new GatheredItem(declaration, declaration.Items[0], facts)], [], [], []);
        return new DecidedDeclaration(assessor.Assess(gathered), new LaneDecision("red", Basis.Value), new LodgedDeclaration(declaration, 0, []));
    }
}
