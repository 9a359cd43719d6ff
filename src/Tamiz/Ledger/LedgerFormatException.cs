namespace Tamiz.Ledger;

/// <summary>Bytes or lines that are not what docs/reference/ledger-format.md says. Nothing else is thrown for bad ones.</summary>
/// <param name="reason">What is wrong, in a few words.</param>
/// <param name="offset">Where: bytes from the beginning of the record or header; lines, from 1, in a text.</param>
public sealed class LedgerFormatException(string reason, int offset) : FormatException($"{reason} (at {offset})")
{
    /// <summary>Bytes from the beginning of the record or header; lines, from 1, in a text.</summary>
    public int Offset { get; } = offset;
}
