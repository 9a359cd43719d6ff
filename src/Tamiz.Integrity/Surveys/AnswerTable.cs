using Tamiz.Integrity.Factors;

namespace Tamiz.Integrity.Surveys;

/// <summary>The answers of one population (officials or private sector) in one round, in columns; a row is a respondent, in no order that means anything.</summary>
/// <param name="Count">Respondents; the length of each column.</param>
/// <param name="Strata">What respondents say of themselves: unit, grade, region, kind of trader.</param>
/// <param name="Statements">The answers, a column a statement.</param>
public sealed record AnswerTable(int Count, IReadOnlyList<StratumColumn> Strata, IReadOnlyList<StatementColumn> Statements);

/// <summary>One background question.</summary>
/// <param name="Id">Its id in the questionnaire.</param>
/// <param name="Categories">The ids of its categories, in the questionnaire's order.</param>
/// <param name="Codes">By respondent: the position in <paramref name="Categories"/>, or -1 where it was not answered.</param>
public sealed record StratumColumn(string Id, IReadOnlyList<string> Categories, int[] Codes);

/// <summary>One statement that respondents agree or disagree with.</summary>
/// <param name="Id">Its id in the questionnaire.</param>
/// <param name="Factor">The factor it belongs to.</param>
/// <param name="Answers">By respondent: 1 (disagree) to 5 (agree), turned round where agreeing is unfavourable; 0 where there is no answer or "cannot say".</param>
public sealed record StatementColumn(string Id, Factor Factor, sbyte[] Answers);
