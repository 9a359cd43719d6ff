using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Facts;
using Tamiz.Flow;

namespace Tamiz.Cli;

/// <summary>Prints what each stage made of a declaration.</summary>
internal sealed class StagePrinter(FactCatalogue catalogue, Assessor assessor, Phrasebook words)
{
    public IEnumerable<string> Lines(DecidedDeclaration decided)
    {
        var gathered = decided.Assessed.Gathered;
        var declaration = gathered.Declaration;
        return
        [
            Title("read"),
            .. Terminal.Wrap($"{declaration.Source} → {declaration.Identity.Text}, {declaration.LodgedAt}", "  ", "    "),
            .. declaration.Items.SelectMany(item => Terminal.Wrap(string.Join("  ", Declared(item)), $"  {item.Sequence}: ", "     ")),
            Title("check"),
            .. gathered.Diagnostics.Count == 0 ? ["  " + words["explain.none"]] : gathered.Diagnostics.SelectMany(Check),
            Title("gather"),
            .. Facts(gathered.Items[0]),
            Title("assess"),
            .. Terminal.Wrap(Weights(), "  ", "    "),
            Title("select"),
            .. Terminal.Wrap(Draw(decided), "  ", "    "),
            Title("explain"),
        ];
    }

    private string Title(string stage) => "── " + words["stage." + stage];

    private string Number(double value) => double.IsNaN(value) ? "–" : value.ToString("0.####", words.Culture);

    private IEnumerable<string> Declared(Item item)
    {
        yield return $"{words["field.item.hs"]} {item.Hs ?? "–"}";
        foreach (var code in item.Classifications)
        {
            yield return $"{OwnCode.Say("item.class." + code.Scheme, words)} {code.Value}";
        }

        yield return $"{words["field.item.origin"]} {item.Origin ?? "–"}";
        yield return $"{item.NetMass?.Kilograms.ToString(words.Culture) ?? "–"} kg";
        var money = item.Price ?? item.CustomsValue;
        yield return money is { } amount ? $"{amount.Amount.ToString(words.Culture)} {amount.Currency}" : "–";
    }

    private IEnumerable<string> Check(Diagnostic diagnostic)
    {
        var field = diagnostic.Where.Field;
        var where = field.Length == 0 ? "" : $"{OwnCode.Say(field, words)}: ";
        var found = diagnostic.Found.Length == 0 ? "" : $" ({words.Say("explain.quoted", ("text", diagnostic.Found))})";
        return Terminal.Wrap($"{diagnostic.Code} {where}{words.Find(diagnostic.Code, "check")}{found}", "  ", "         ");
    }

    private IEnumerable<string> Facts(GatheredItem item)
    {
        for (var slot = 0; slot < catalogue.Facts.Count; slot++)
        {
            var (fact, value) = (catalogue.Facts[slot], item.Facts[slot]);
            if (double.IsNaN(value) || value == 0)
            {
                continue;
            }

            foreach (var line in Terminal.Wrap($"{FactNames.Of(fact, words)} ({FactNames.UnitOf(fact, words)})", $"{Number(value),14}  ", "                "))
            {
                yield return line;
            }
        }
    }

    private string Weights() => (assessor.Model.Training is { } training
        ? words.Say("explain.fitted", ("items", words.Number(training.Items)), ("hits", words.Number(training.Hits)))
        : words["explain.expert"]) + $" {assessor.Model.Hash[..12]}";

    private string Draw(DecidedDeclaration decided) => words.Say("explain.draw", ("draw", Number(decided.Decision.Draw)),
        ("random", Number(decided.Decision.RandomProbability)), ("inclusion", Number(decided.Decision.InclusionProbability)), ("bid", Number(decided.Decision.BidPrice)));
}
