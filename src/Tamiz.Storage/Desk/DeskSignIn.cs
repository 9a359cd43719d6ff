namespace Tamiz.Storage.Desk;

/// <summary>Somebody signed in, or tried to.</summary>
/// <param name="Sequence">Sequence of its record.</param>
/// <param name="At">When.</param>
/// <param name="Person">Id of the person.</param>
/// <param name="Granted">Whether the credential was right.</param>
/// <param name="Terminal">From where.</param>
public sealed record DeskSignIn(long Sequence, Instant At, string Person, bool Granted, string Terminal);
