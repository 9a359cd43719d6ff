using System.Text;
using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>The checkpoints that lie beside the segments of a ledger.</summary>
public static class LedgerCheckpoints
{
    private const string Folder = "checkpoints/";

    /// <summary>The latest that a ledger leads to; null for none. Files that are none are passed over.</summary>
    /// <param name="disk">The ledger's files.</param>
    /// <param name="ledger">The ledger.</param>
    /// <exception cref="LedgerException">The batch of one is damaged (TZ1602).</exception>
    public static Checkpoint? Latest(ILedgerDisk disk, LedgerReader ledger) => disk.List()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).OrderDescending(StringComparer.Ordinal)
        .Select(name => Read(disk, name))
        .FirstOrDefault(made => made is not null && made.Ledger == ledger.Id && made.Batch < ledger.Batches && ledger.HashOf(made.Batch) == made.BatchHash);

    private static Checkpoint? Read(ILedgerDisk disk, string name)
    {
        using var file = disk.Open(name);
        var bytes = new byte[file.Length];
        try
        {
            return file.Read(0, bytes) == bytes.Length ? Checkpoint.Read(Encoding.ASCII.GetString(bytes)) : null;
        }
        catch (LedgerFormatException)
        {
            return null;
        }
    }
}
