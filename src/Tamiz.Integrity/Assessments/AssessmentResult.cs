using Tamiz.Integrity.Factors;

namespace Tamiz.Integrity.Assessments;

/// <summary>What a round says, by question and by factor. Levels are a group's judgement, not a sample: they have no interval.</summary>
/// <param name="Round">The round.</param>
/// <param name="Questions">A result for each question of the set.</param>
/// <param name="Factors">A result for each of the ten factors.</param>
public sealed record AssessmentResult(AssessmentRound Round, IReadOnlyList<QuestionResult> Questions, IReadOnlyList<FactorResult> Factors)
{
    /// <summary>Works it out.</summary>
    public static AssessmentResult Of(AssessmentRound round, QuestionSet questions)
    {
        var results = questions.Questions.Select(question => QuestionResult.Of(question, round.Answers.FirstOrDefault(answer => answer.Question == question.Id))).ToList();
        return new AssessmentResult(round, results, [.. Factor.All.Select(factor => FactorResult.Of(factor, results))]);
    }

    /// <summary>Questions on which the group has to talk, the widest apart first.</summary>
    public IEnumerable<QuestionResult> ToDiscuss => Questions.Where(question => question.IsToDiscuss).OrderByDescending(question => question.Spread);
}

/// <summary>What a round says on a question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer; null where it was not answered.</param>
/// <param name="Lowest">The lowest level given; null where none was.</param>
/// <param name="Highest">The highest level given; null where none was.</param>
/// <param name="Median">The middle of the levels given; null where none was.</param>
public sealed record QuestionResult(Question Question, Answer? Answer, int? Lowest, int? Highest, double? Median)
{
    private const int Wide = 2;

    /// <summary>How far apart assessors are, 0 to 4.</summary>
    public int Spread => (Highest ?? 0) - (Lowest ?? 0);

    /// <summary>Whether assessors are two or more levels apart.</summary>
    public bool IsToDiscuss => Spread >= Wide;

    /// <summary>The level agreed on, else the median; null where it was not answered.</summary>
    public double? Level => Answer?.Agreed ?? Median;

    /// <summary>Works it out.</summary>
    public static QuestionResult Of(Question question, Answer? answer)
    {
        var levels = (answer?.Levels ?? []).Select(level => level.Level).Order().ToList();
        return levels.Count == 0 ? new QuestionResult(question, answer, null, null, null)
            : new QuestionResult(question, answer, levels[0], levels[^1], (levels[(levels.Count - 1) / 2] + levels[levels.Count / 2]) / 2.0);
    }
}

/// <summary>What a round says on a factor.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Level">Mean of its questions' levels, 0 to 4; null where none was answered.</param>
/// <param name="Answered">Questions that were answered.</param>
/// <param name="Agreed">Questions on which the group agreed.</param>
/// <param name="Asked">Questions that were asked.</param>
public sealed record FactorResult(Factor Factor, double? Level, int Answered, int Agreed, int Asked)
{
    internal static FactorResult Of(Factor factor, IReadOnlyList<QuestionResult> questions)
    {
        var own = questions.Where(question => question.Question.Factor == factor).ToList();
        var levels = own.Select(question => question.Level).OfType<double>().ToList();
        return new FactorResult(factor, levels.Count == 0 ? null : levels.Sum() / levels.Count, levels.Count, own.Count(question => question.Answer?.Agreed is not null), own.Count);
    }
}
