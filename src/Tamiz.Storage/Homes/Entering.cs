using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>A declaration on its way into a home.</summary>
/// <param name="Entered">Its record, but for the instant.</param>
/// <param name="Content">A hash of what it says.</param>
internal readonly record struct Entering(DeclarationEntered Entered, ulong Content);
