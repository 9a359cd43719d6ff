using Tamiz.Evaluation;
using Tamiz.Flow;
using Tamiz.Models;
using Tamiz.Storage;

namespace Tamiz.Cli;

/// <summary>Fits and judges over the files of an evaluation.</summary>
internal sealed class EvaluationRun(Session session, InputSet input, EvaluationPlan plan)
{
    private readonly Evaluator _evaluator = new(session.Home, session.Keys, session.Area, Seeds.OfFiles);

    public EvaluationOutcome Whole()
    {
        var model = Fit(plan);
        var families = new FamilyShares();
        Tally? counted = null;
        var items = input.Run((declarations, tally, _) =>
        {
            counted = tally;
            families.Clear();
            return _evaluator.Judge(declarations, plan, model, families.Add);
        }, null, static _ => { });
        return new EvaluationOutcome(model, items, families, counted!);
    }

    public IReadOnlyList<JudgedItem> Grouped(int folds)
    {
        var judged = new List<JudgedItem>();
        for (var fold = 0; fold < folds; fold++)
        {
            var part = plan with { Folds = folds, Fold = fold };
            var model = Fit(part);
            judged.AddRange(input.Run((declarations, _, _) => _evaluator.Judge(declarations, part, model), null, static _ => { }));
        }

        return judged;
    }

    private AdditiveModel Fit(EvaluationPlan part) => input.Run((declarations, _, _) => _evaluator.Fit(declarations, part), null, static _ => { });
}
