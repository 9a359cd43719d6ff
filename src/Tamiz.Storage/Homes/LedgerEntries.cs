using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>Gives the records of a ledger from the first on.</summary>
public delegate IEnumerable<LedgerEntry> LedgerEntries();
