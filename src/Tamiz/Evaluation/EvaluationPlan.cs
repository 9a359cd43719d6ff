namespace Tamiz.Evaluation;

/// <summary>Which items are learnt from and which are judged.</summary>
/// <param name="IsJudgedFile">Whether a file, by its index, is judged.</param>
public sealed record EvaluationPlan(IReadOnlyList<bool> IsJudgedFile)
{
    /// <summary>Items lodged from here on are judged, whatever their file; null to go by files.</summary>
    public DateOnly? Split { get; init; }

    /// <summary>Parts in which goods are set apart; 1 for none.</summary>
    public int Folds { get; init; } = 1;

    /// <summary>The part that is judged and never learnt from.</summary>
    public int Fold { get; init; }

    /// <summary>Which fold goods belong to.</summary>
    public int FoldOf(UInt128 goods) => (int)(goods % (UInt128)(uint)Folds);
}
