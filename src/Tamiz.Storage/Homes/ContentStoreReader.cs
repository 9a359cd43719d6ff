using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>Gives the bytes of a content.</summary>
/// <param name="digest">Its SHA-256.</param>
public delegate byte[] ContentStoreReader(Hash digest);
