namespace Tamiz.Storage.Desk;

/// <summary>Something that somebody did to a declaration.</summary>
/// <param name="Sequence">Sequence of its record.</param>
/// <param name="At">When.</param>
/// <param name="By">Id of the person; empty for the system.</param>
/// <param name="Kind">What.</param>
/// <param name="Identity">Identity of the declaration, without the version.</param>
/// <param name="From">Lane or version before; empty where there is none.</param>
/// <param name="To">Lane or version after, or the inspector assigned; empty where there is none.</param>
/// <param name="Reason">Why, as a code and words.</param>
/// <param name="Second">Id of the second person; empty for none.</param>
public sealed record DeskAct(long Sequence, Instant At, string By, ActKind Kind, string Identity, string From, string To, string Reason, string Second);
