namespace Tamiz.Selection;

/// <summary>A declaration that is to get a lane.</summary>
/// <param name="Identity">Its identity's text; the draw is made from it.</param>
/// <param name="Office">Its office.</param>
/// <param name="Day">Date of lodgement in the office's time zone.</param>
/// <param name="Values">Expected consequence by area; an area that is missing counts as 0, one that stands twice is added up.</param>
/// <param name="Mandatory">Code of the evidence that makes a control mandatory; null for none.</param>
public readonly record struct Candidate(string Identity, string Office, DateOnly Day, IReadOnlyList<AreaValue> Values, string? Mandatory);
