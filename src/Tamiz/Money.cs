namespace Tamiz;

/// <summary>An amount in a currency, as declared.</summary>
/// <param name="Amount">In the currency's main unit.</param>
/// <param name="Currency">ISO 4217 alphabetic code as written, upper case; a code that ISO 4217 lacks is kept and named by a check.</param>
public readonly record struct Money(decimal Amount, string Currency);
