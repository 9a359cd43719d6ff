using Tamiz.Ledger;

namespace Tamiz.Integrity.Programmes;

/// <summary>What an administration sends its programme about a round: figures by factor, nothing about persons.</summary>
/// <param name="Ledger">The ledger of the home that it comes from.</param>
/// <param name="PublicKey">The key that signs, as SubjectPublicKeyInfo in DER.</param>
/// <param name="Member">The administration's code in the programme, like HN.</param>
/// <param name="Name">The administration's name, 1 to 200 characters.</param>
/// <param name="Region">Id of its region.</param>
/// <param name="Round">Like 2026-1.</param>
/// <param name="Date">The day on which it was made.</param>
/// <param name="Factors">The ten factors in their order.</param>
public sealed record Summary(
    LedgerId Ledger, ReadOnlyMemory<byte> PublicKey, string Member, string Name, string Region, string Round, DateOnly Date, IReadOnlyList<FactorFigures> Factors)
{
    /// <summary>SHA-256 of the public key: its fingerprint.</summary>
    public Hash Key => Hash.Of(PublicKey.Span);

    /// <summary>Whether another says the same, with whichever of its keys it was signed.</summary>
    public bool SaysTheSame(Summary other) =>
        SummaryForm.ToSigned(this with { PublicKey = other.PublicKey }).AsSpan().SequenceEqual(SummaryForm.ToSigned(other));
}
