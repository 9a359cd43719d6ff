using System.Globalization;
using Tamiz.Declarations;
using Tamiz.Evaluation;
using Tamiz.History;
using Xunit;

namespace Tamiz.Tests.Effectiveness;

/// <summary>
/// Korean import declarations, synthesised. Four fifths of the judged rows repeat goods that were learnt, with their label, so the
/// figures on unseen goods and with goods set apart stand beside those of the published split, and a dictionary's beside ours.
/// </summary>
public sealed class KcsTests(ITestOutputHelper output)
{
    private static readonly string[] Files = ["kcs/df_syn_train_eng.csv", "kcs/df_syn_valid_eng.csv", "kcs/df_syn_test_eng.csv"];

    [Fact]
    public void On_the_published_split_it_finds_fraud_and_still_ranks_unseen_goods()
    {
        using var evaluation = new SampleEvaluation(SampleEvaluation.ReadMapping("kcs.yaml"), Files);
        var (_, items, _) = evaluation.Judge(new EvaluationPlan([false, false, true]));
        var whole = Print("published split", items);
        var unseen = Print("goods in nothing learnt", [.. items.Where(item => item.UnseenGoods)]);
        Assert.Equal(8481, whole.N);
        Assert.True(whole.Auc >= 0.80);
        Assert.True(whole.Precision[5] >= 0.70);
        Assert.True(whole.Precision[10] >= 0.65);
        Assert.Equal(1288, unseen.N);
        Assert.True(unseen.Auc >= 0.55);
    }

    [Fact]
    public void With_goods_set_apart_it_still_ranks_better_than_chance()
    {
        using var evaluation = new SampleEvaluation(SampleEvaluation.ReadMapping("kcs.yaml"), Files);
        var judged = new List<JudgedItem>();
        for (var fold = 0; fold < 5; fold++)
        {
            judged.AddRange(evaluation.Judge(new EvaluationPlan([false, false, true]) { Folds = 5, Fold = fold }).Items);
        }

        var grouped = Print("goods set apart in five folds", judged);
        Assert.Equal(8481, grouped.N);
        Assert.True(grouped.AucInterval.Low > 0.5);
    }

    [Fact]
    public void No_key_is_a_fingerprint_of_the_goods()
    {
        using var evaluation = new SampleEvaluation(SampleEvaluation.ReadMapping("kcs.yaml"), Files[0]);
        var seen = new Dictionary<string, List<UInt128>>[evaluation.Keys.Keys.Count];
        evaluation.Over(declarations =>
        {
            var course = evaluation.Course();
            for (var i = 0; i < seen.Length; i++)
            {
                seen[i] = new(StringComparer.Ordinal);
            }

            foreach (var lodged in declarations)
            {
                var item = course.Gather(lodged.Declaration, learn: true).Items[0];
                var below = item.Facts[course.Catalogue.PriceSlot + 5];
                var band = double.IsNaN(below) ? null : PriceReference.BandOf(below);
                for (var i = 0; i < seen.Length; i++)
                {
                    if (Value(evaluation.Keys.Keys[i], lodged.Declaration, item.Item, band) is { } value)
                    {
                        (seen[i].TryGetValue(value, out var goods) ? goods : seen[i][value] = []).Add(lodged.Goods[0]);
                    }
                }
            }

            return 0;
        });
        for (var i = 0; i < seen.Length; i++)
        {
            var key = evaluation.Keys.Keys[i];
            var rows = seen[i].Values.Sum(goods => goods.Count);
            var share = seen[i].Values.Where(goods => goods.Count > 1 && goods.Distinct().Count() == 1).Sum(goods => goods.Count) / (double)rows;
            var alone = seen[i].Values.Where(goods => goods.Distinct().Count() == 1).Sum(goods => goods.Count) / (double)rows;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{key.Id}: {seen[i].Count} values, rows whose value stands with one goods alone {alone:P1}, of them seen again {share:P1}"));
            Assert.True(key.Id.Split('+').Length <= 2);
            Assert.DoesNotContain("mass", key.Id, StringComparison.OrdinalIgnoreCase);
            Assert.True(alone <= 0.35, $"{key.Id} tells the goods of {alone:P0} of the rows");
        }
    }

    private static string? Value(KeyDefinition key, Declaration declaration, Item item, string? band)
    {
        var first = key.First is null ? band : key.First.Read(declaration, item);
        var second = !key.IsPair ? "" : key.Second is null ? band : key.Second.Read(declaration, item);
        return first is null || second is null ? null : first + "\n" + second;
    }

    private Measures Print(string name, IReadOnlyList<JudgedItem> items)
    {
        var m = Measures.Of(items);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: n {m.N}, fraud {m.Base:P1}; AUC {m.Auc:F3} [{m.AucInterval.Low:F3}, {m.AucInterval.High:F3}]; precision at 1/2/5/10 % {m.Precision[1]:F3}/{m.Precision[2]:F3}/{m.Precision[5]:F3}/{m.Precision[10]:F3}; dictionary of exact goods {m.LookupAuc:F3}"));
        return m;
    }
}
