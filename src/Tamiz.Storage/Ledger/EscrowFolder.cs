namespace Tamiz.Storage.Ledger;

/// <summary>A folder outside the home in which its checkpoints are kept.</summary>
public static class EscrowFolder
{
    /// <summary>Copies the checkpoints that the folder lacks; a copy has its name only when it is whole and on the disk.</summary>
    /// <param name="home">The home's folder.</param>
    /// <param name="folder">The escrow; made where it is not there.</param>
    /// <exception cref="IOException">A checkpoint cannot be copied.</exception>
    public static void Copy(string home, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(home, "ledger", "checkpoints"), "*.txt").Order(StringComparer.Ordinal))
        {
            var copy = Path.Combine(folder, Path.GetFileName(file));
            if (!File.Exists(copy))
            {
                DurableFile.Write(copy, File.ReadAllBytes(file));
            }
        }
    }
}
