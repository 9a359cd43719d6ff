using Tamiz.Flow;

namespace Tamiz.Storage;

/// <summary>A column of what an assessment writes.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsNumber">Whether its values are numbers; an empty one is not known.</param>
/// <param name="Write">Writes the value of a declaration, in words of a language where it has any.</param>
public sealed record AssessmentColumn(string Name, bool IsNumber, Action<DecidedDeclaration, Phrasebook, Utf8Text> Write);
