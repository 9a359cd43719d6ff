namespace Tamiz.Ledger;

/// <summary>The limits of the format, which keep hostile bytes from asking for unbounded memory.</summary>
public static class LedgerLimits
{
    /// <summary>Bytes of a record, at most.</summary>
    public const int Record = 16 << 20;

    /// <summary>Bytes of a batch's payload, stored or inflated, at most.</summary>
    public const int Payload = 64 << 20;

    /// <summary>Records of a batch, at most.</summary>
    public const int Records = 1_000_000;

    /// <summary>Entries of a list, at most.</summary>
    public const int List = 1 << 16;

    /// <summary>Packed numbers in a record, at most.</summary>
    public const int Numbers = 1 << 22;
}
