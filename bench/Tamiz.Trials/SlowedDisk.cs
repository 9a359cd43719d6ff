using Tamiz.Storage.Ledger;

namespace Tamiz.Trials;

/// <summary>A disk whose flushes take longer, as those of a busy or cheap one do; it counts them.</summary>
/// <param name="disk">The disk behind it.</param>
/// <param name="time">How much longer.</param>
public sealed class SlowedDisk(ILedgerDisk disk, TimeSpan time) : ILedgerDisk
{
    /// <inheritdoc/>
    public string Where => disk.Where;

    /// <summary>How often something was flushed.</summary>
    public long Flushes { get; private set; }

    /// <inheritdoc/>
    public IDisposable Lock() => disk.Lock();

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => disk.List();

    /// <inheritdoc/>
    public void Create(string name, ReadOnlySpan<byte> content) => disk.Create(name, content);

    /// <inheritdoc/>
    public ILedgerFile Open(string name) => new SlowedFile(this, disk.Open(name));

    private void Slow()
    {
        Flushes++;
        Thread.Sleep(time);
    }

    private sealed class SlowedFile(SlowedDisk slowed, ILedgerFile file) : ILedgerFile
    {
        public long Length => file.Length;

        public int Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

        public void Write(long offset, ReadOnlySpan<byte> bytes) => file.Write(offset, bytes);

        public void Flush()
        {
            slowed.Slow();
            file.Flush();
        }

        public void Truncate(long length) => file.Truncate(length);

        public void Dispose() => file.Dispose();
    }
}
