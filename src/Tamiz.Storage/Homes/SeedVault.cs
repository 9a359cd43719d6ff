using System.Security.Cryptography;
using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>
/// The secret seeds of days that are not closed yet (keys/seeds): each in a file whose name is its commitment, readable by its owner
/// alone. A seed is on the disk before its commitment goes into the ledger, and is deleted once it is revealed.
/// </summary>
public sealed class SeedVault
{
    private readonly string _folder;
    private readonly LedgerId _ledger;

    /// <summary>The seeds of a home.</summary>
    /// <param name="home">The home's folder.</param>
    /// <param name="ledger">Its ledger's id.</param>
    public SeedVault(string home, LedgerId ledger)
    {
        _folder = Directory.CreateDirectory(Path.Combine(home, "keys", "seeds")).FullName;
        _ledger = ledger;
    }

    /// <summary>Draws seeds from the system's cryptographic source, keeps them, and gives their commitments.</summary>
    /// <param name="offices">An office for each seed.</param>
    public IReadOnlyList<Hash> Draw(IReadOnlyList<string> offices)
    {
        var commitments = new Hash[offices.Count];
        for (var i = 0; i < commitments.Length; i++)
        {
            var seed = RandomNumberGenerator.GetBytes(DaySeed.Size);
            commitments[i] = DaySeed.Commitment(_ledger, offices[i], seed);
            DurableFile.Write(PathOf(commitments[i]), seed, DurableFile.Private);
        }

        return commitments;
    }

    /// <summary>The seed of a commitment.</summary>
    /// <exception cref="HomeException">It is missing, or is not the one committed to (TZ1807).</exception>
    public byte[] Find(string office, Hash commitment)
    {
        var path = PathOf(commitment);
        var seed = HomeFolder.ReadFile(path);
        return seed is { Length: DaySeed.Size } && DaySeed.Commitment(_ledger, office, seed) == commitment
            ? seed
            : throw new HomeException(ActDiagnostics.MissingSeed.At(new Place(path), seed is null ? "" : "another seed"));
    }

    /// <summary>Deletes a seed that stands in the ledger.</summary>
    public void Forget(Hash commitment) => File.Delete(PathOf(commitment));

    private string PathOf(Hash commitment) => Path.Combine(_folder, commitment.ToString());
}
