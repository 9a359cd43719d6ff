namespace Tamiz.Integrity.Surveys.Disclosure;

/// <summary>All that was published of a survey, cell by cell, oldest first.</summary>
/// <param name="Entries">The published cells.</param>
public sealed record ReleaseLog(IReadOnlyList<ReleaseEntry> Entries)
{
    /// <summary>Nothing was published yet.</summary>
    public static ReleaseLog Empty { get; } = new([]);

    /// <summary>This log and what the figures publish anew.</summary>
    public ReleaseLog With(SurveyFigures figures) => new([.. Entries, .. Releases.Entries(figures).Except(Entries)]);
}

/// <summary>One published cell.</summary>
/// <param name="Round">Id of the round.</param>
/// <param name="Population">Whose answers: officials or private.</param>
/// <param name="Table">Which table: <c>factor:ID</c>, <c>statement:ID</c> or <c>respondents</c>.</param>
/// <param name="Cell">Its categories, as <c>unit=A1</c>, or <c>unit=A1;grade=2</c>; empty for all respondents.</param>
/// <param name="Respondents">Respondents it rests on.</param>
/// <param name="Digest">SHA-256 of the published figures, in hexadecimal.</param>
public sealed record ReleaseEntry(string Round, string Population, string Table, string Cell, int Respondents, string Digest);
