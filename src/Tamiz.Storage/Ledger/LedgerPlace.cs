namespace Tamiz.Storage.Ledger;

/// <summary>What a log works with.</summary>
/// <param name="Disk">Its files.</param>
/// <param name="Keys">The signing keys of its home.</param>
/// <param name="Clock">The clock; a simulated one for a simulated ledger.</param>
public sealed record LedgerPlace(ILedgerDisk Disk, SigningKeys Keys, TimeProvider Clock)
{
    /// <summary>Sizes; the usual ones where not told.</summary>
    public LedgerSettings Settings { get; init; } = new();
}
