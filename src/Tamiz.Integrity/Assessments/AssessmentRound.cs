using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Assessments;

/// <summary>A round of self-assessment, as it was written down.</summary>
/// <param name="Name">Like 2026-1.</param>
/// <param name="Date">When the group agreed.</param>
/// <param name="Assessors">Who assessed.</param>
/// <param name="Answers">By question, in the order of the file.</param>
public sealed record AssessmentRound(string Name, DateOnly Date, IReadOnlyList<Assessor> Assessors, IReadOnlyList<Answer> Answers);

/// <summary>Somebody who assesses; no name is needed.</summary>
/// <param name="Id">A pseudonym.</param>
/// <param name="Unit">The unit where they work.</param>
/// <param name="Function">What they do there; empty where it is not said.</param>
public sealed record Assessor(string Id, LocalText Unit, LocalText Function);

/// <summary>What was answered to a question.</summary>
/// <param name="Question">Its id.</param>
/// <param name="Levels">0 to 4 by assessor, in the order of assessors.</param>
/// <param name="Comments">Words by assessor.</param>
/// <param name="Agreed">Level on which the group agreed; null before it did.</param>
/// <param name="Reasoning">Why that level.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="Where">Where it stands.</param>
public sealed record Answer(
    string Question, IReadOnlyList<(string Assessor, int Level)> Levels, IReadOnlyList<(string Assessor, LocalText Text)> Comments, int? Agreed,
    LocalText Reasoning, IReadOnlyList<Evidence> Evidence, Place Where);
