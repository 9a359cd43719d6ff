using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>A home that was just founded.</summary>
/// <param name="Ledger">Its ledger's id.</param>
/// <param name="Key">Id of its signing key.</param>
/// <param name="PublicKey">Path of the public key.</param>
/// <param name="Administrator">Id of the first administrator.</param>
/// <param name="Credential">Path of the file with the administrator's credential.</param>
/// <param name="Contents">What is in force with the founding.</param>
public sealed record FoundedHome(
    LedgerId Ledger, Hash Key, string PublicKey, string Administrator, string Credential, IReadOnlyList<ContentKey> Contents);
