using Tamiz.Assessment;
using Tamiz.Flow;
using Tamiz.History;
using Tamiz.Models;

namespace Tamiz.Evaluation;

/// <summary>
/// Judges assessments by findings that they never saw: weights are fitted in a first pass over what may be learnt, then all
/// declarations go their way in order of time, and those judged are scored as of their lodgement. Findings of what is judged never
/// reach history or weights.
/// </summary>
public sealed class Evaluator
{
    private readonly Home _home;
    private readonly KeySet _keys;
    private readonly string _area;
    private readonly byte[] _seed;

    /// <summary>An evaluator.</summary>
    /// <param name="home">What the administration has set.</param>
    /// <param name="keys">Keys of history.</param>
    /// <param name="area">Risk area of the findings.</param>
    /// <param name="seed">Key of the draws.</param>
    public Evaluator(Home home, KeySet keys, string area, ReadOnlySpan<byte> seed)
    {
        _home = home;
        _keys = keys;
        _area = area;
        _seed = seed.ToArray();
    }

    /// <summary>Fits weights on what may be learnt: items with a finding that was known before the last declaration learnt from.</summary>
    /// <param name="declarations">All of them, in order; those judged are passed over.</param>
    /// <param name="plan">What is judged.</param>
    public AdditiveModel Fit(IEnumerable<LodgedDeclaration> declarations, EvaluationPlan plan)
    {
        var course = new Course(_home, _keys, null, _seed);
        var samples = new List<(Instant Known, TrainingSample Sample)>();
        var last = Instant.Earliest;
        foreach (var lodged in declarations)
        {
            if (IsJudged(lodged, plan) || SetApart(lodged, plan))
            {
                continue;
            }

            var gathered = course.Gather(lodged.Declaration, learn: true);
            last = lodged.Declaration.LodgedAt;
            foreach (var item in gathered.Items)
            {
                if (item.Item.Finding is { } finding && finding.Area == _area)
                {
                    samples.Add((finding.KnownAt, new TrainingSample(lodged.Declaration.LodgedOn, course.Assessor.SignalsOf(item), finding.NonCompliant)));
                }
            }
        }

        var until = plan.Split is { } split ? Instant.FromDate(split) : last;
        var known = samples.Where(sample => sample.Known <= until).Select(sample => sample.Sample).ToList();
        return WeightFitting.Fit(course.Assessor.Indicators, _home.Register.Find(_area)!, known);
    }

    /// <summary>Scores what is judged.</summary>
    /// <param name="declarations">All of them, in order.</param>
    /// <param name="plan">What is judged.</param>
    /// <param name="model">Weights that know nothing of what is judged.</param>
    /// <param name="seen">Receives each judged declaration with its risks.</param>
    public IReadOnlyList<JudgedItem> Judge(
        IEnumerable<LodgedDeclaration> declarations, EvaluationPlan plan, AdditiveModel model, Action<AssessedDeclaration>? seen = null)
    {
        var course = new Course(_home, _keys, model, _seed);
        var lookup = new GoodsLookup();
        var judged = new List<JudgedItem>();
        foreach (var lodged in declarations)
        {
            var isJudged = IsJudged(lodged, plan);
            if (SetApart(lodged, plan) && !isJudged)
            {
                continue;
            }

            var gathered = course.Gather(lodged.Declaration, learn: !isJudged);
            if (isJudged && (plan.Folds == 1 || SetApart(lodged, plan)))
            {
                var assessed = course.Assessor.Assess(gathered);
                seen?.Invoke(assessed);
                AddJudged(judged, lodged, assessed, course.Select(assessed, course.Draw(lodged.Declaration)).Lane, lookup, course.Catalogue.StakeSlot);
            }
            else if (!isJudged)
            {
                // Selection learns from what passed before, as it would have live.
                _ = plan.Folds == 1 ? course.Select(course.Assessor.Assess(gathered), course.Draw(lodged.Declaration)) : null;
                Learn(lookup, lodged);
            }
        }

        return judged;
    }

    private static void Learn(GoodsLookup lookup, LodgedDeclaration lodged)
    {
        for (var i = 0; i < lodged.Goods.Count; i++)
        {
            if (lodged.Declaration.Items[i].Finding is { } finding)
            {
                lookup.Add(lodged.Goods[i], finding.NonCompliant);
            }
        }
    }

    private void AddJudged(
        List<JudgedItem> judged, LodgedDeclaration lodged, AssessedDeclaration assessed, string lane, GoodsLookup lookup, int stakeSlot)
    {
        for (var i = 0; i < assessed.Gathered.Items.Count; i++)
        {
            var item = assessed.Gathered.Items[i];
            if (item.Item.Finding is not { } finding || finding.Area != _area)
            {
                continue;
            }

            var stake = item.Facts[stakeSlot];
            judged.Add(new JudgedItem(assessed.ItemLogOdds[i], finding.NonCompliant, (double?)finding.Recovered ?? (double.IsNaN(stake) ? 0 : stake))
            {
                Lane = lane,
                Identity = lodged.Declaration.Identity.Text,
                LookupScore = i < lodged.Goods.Count ? lookup.Score(lodged.Goods[i]) : double.NaN,
                UnseenGoods = i < lodged.Goods.Count && !lookup.Knows(lodged.Goods[i]),
            });
        }
    }

    private static bool IsJudged(LodgedDeclaration lodged, EvaluationPlan plan) =>
        plan.Split is { } split ? lodged.Declaration.LodgedOn >= split : plan.IsJudgedFile[lodged.File];

    private static bool SetApart(LodgedDeclaration lodged, EvaluationPlan plan) =>
        plan.Folds > 1 && lodged.Goods.Any(goods => plan.FoldOf(goods) == plan.Fold);
}
