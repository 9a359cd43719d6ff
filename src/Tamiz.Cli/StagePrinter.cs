using System.Globalization;
using Tamiz.Assessment;
using Tamiz.Facts;
using Tamiz.Flow;

namespace Tamiz.Cli;

/// <summary>Prints what each stage made of a declaration.</summary>
internal static class StagePrinter
{
    public static IEnumerable<string> Lines(DecidedDeclaration decided, FactCatalogue catalogue, Assessor assessor, Phrasebook words)
    {
        var gathered = decided.Assessed.Gathered;
        var declaration = gathered.Declaration;
        yield return Title(words, "read");
        yield return $"  {declaration.Source} → {declaration.Identity.Text}, {declaration.LodgedAt}";
        foreach (var item in declaration.Items)
        {
            yield return $"  {item.Sequence}: {string.Join("  ", Declared(item))}";
        }

        yield return Title(words, "check");
        yield return gathered.Diagnostics.Count == 0 ? "  " + words["explain.none"] : string.Join('\n', gathered.Diagnostics.Select(diagnostic => "  " + diagnostic));
        yield return Title(words, "gather");
        foreach (var line in Facts(gathered.Items[0], catalogue))
        {
            yield return line;
        }

        yield return Title(words, "assess");
        yield return "  " + (assessor.Model.Training is { } training
            ? words.Say("explain.fitted", ("items", Number(training.Items)), ("hits", Number(training.Hits))) : words["explain.expert"]) + $" {assessor.Model.Hash[..12]}";
        yield return Title(words, "select");
        var decision = decided.Decision;
        yield return "  " + words.Say("explain.draw", ("draw", Number(decision.Draw)), ("random", Number(decision.RandomProbability)),
            ("inclusion", Number(decision.InclusionProbability)), ("bid", Number(decision.BidPrice)));
        yield return Title(words, "explain");
    }

    private static string Title(Phrasebook words, string stage) => "── " + words["stage." + stage];

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Declared(Tamiz.Declarations.Item item)
    {
        yield return "HS " + (item.Hs ?? "–");
        foreach (var code in item.Classifications)
        {
            yield return $"{code.Scheme} {code.Value}";
        }

        yield return item.Origin ?? "–";
        yield return string.Create(CultureInfo.InvariantCulture, $"{item.NetMass?.Kilograms} kg");
        yield return string.Create(CultureInfo.InvariantCulture, $"{item.Price?.Amount ?? item.CustomsValue?.Amount} {item.Price?.Currency ?? item.CustomsValue?.Currency}");
    }

    private static IEnumerable<string> Facts(GatheredItem item, FactCatalogue catalogue)
    {
        for (var slot = 0; slot < catalogue.Facts.Count; slot++)
        {
            if (!double.IsNaN(item.Facts[slot]) && item.Facts[slot] != 0)
            {
                yield return $"  {catalogue.Facts[slot].Id,-52} {Number(item.Facts[slot]),14} {catalogue.Facts[slot].Unit}";
            }
        }
    }
}
