using System.Globalization;

namespace Tamiz.Ledger;

/// <summary>What stands in the ledger for an identifier or a person; what it means stands in a table outside the chain, and can be erased there.</summary>
/// <param name="Value">Its 16 bytes as a number, the first the most significant.</param>
public readonly record struct Pseudonym(UInt128 Value)
{
    /// <summary>32 hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
