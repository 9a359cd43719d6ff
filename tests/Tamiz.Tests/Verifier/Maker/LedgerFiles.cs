namespace Tamiz.Tests.Verifier.Maker;

/// <summary>Files of a ledger, its escrow and its key, by path; and where its batches lie in them.</summary>
internal sealed class LedgerFiles : SortedDictionary<string, byte[]>
{
    public LedgerFiles()
        : base(StringComparer.Ordinal)
    {
    }

    public List<(string File, int Offset, int Length)> Batches { get; } = [];

    public IEnumerable<string> Segments => Keys.Where(name => name.EndsWith(".tzl", StringComparison.Ordinal)).ToList();

    public byte[] Batch(int batch)
    {
        var (file, offset, length) = Batches[batch];
        return this[file][offset..(offset + length)];
    }

    /// <summary>Puts other bytes in the place of a batch; the places of those after it are no longer right.</summary>
    public void Replace(int batch, params byte[] bytes)
    {
        var (file, offset, length) = Batches[batch];
        this[file] = [.. this[file][..offset], .. bytes, .. this[file][(offset + length)..]];
    }

    /// <summary>Changes bits of a file.</summary>
    public void Flip(string file, int at, byte bits = 1)
    {
        var bytes = this[file].ToArray();
        bytes[at] ^= bits;
        this[file] = bytes;
    }

    /// <summary>Cuts off all batches from this one on.</summary>
    public void CutFrom(int batch, int keep = 0)
    {
        var (file, offset, _) = Batches[batch];
        this[file] = this[file][..(offset + keep)];
        foreach (var later in Segments.Where(name => string.CompareOrdinal(name, file) > 0))
        {
            Remove(later);
        }
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "ledger"));
        Directory.CreateDirectory(Path.Combine(folder, "escrow"));
        foreach (var (name, bytes) in this)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }
}
