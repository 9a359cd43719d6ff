namespace Tamiz.Storage.Desk;

/// <summary>Somebody looked at something sensitive.</summary>
/// <param name="Sequence">Sequence of its record.</param>
/// <param name="At">When.</param>
/// <param name="By">Id of the person.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">Which.</param>
/// <param name="Reason">Why.</param>
public sealed record DeskRead(long Sequence, Instant At, string By, string Kind, string Subject, string Reason);
