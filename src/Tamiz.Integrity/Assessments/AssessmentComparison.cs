namespace Tamiz.Integrity.Assessments;

/// <summary>Two rounds beside each other: what moved, and who assessed.</summary>
/// <param name="Before">The earlier round.</param>
/// <param name="After">The later round.</param>
/// <param name="Same">Assessors, by pseudonym, who took part in both.</param>
public sealed record AssessmentComparison(AssessmentResult Before, AssessmentResult After, int Same)
{
    /// <summary>Compares them.</summary>
    public static AssessmentComparison Of(AssessmentResult before, AssessmentResult after) =>
        new(before, after, after.Round.Assessors.Count(assessor => before.Round.Assessors.Any(other => other.Id == assessor.Id)));

    /// <summary>Questions whose level moved, with the levels before and after; null where a round did not answer it.</summary>
    public IEnumerable<(Question Question, double? Before, double? After)> Moved =>
        from after in After.Questions
        let before = Before.Questions.FirstOrDefault(question => question.Question.Id == after.Question.Id)
        where before?.Level != after.Level
        select (after.Question, before?.Level, after.Level);
}
