using Tamiz.Storage.Ledger;

namespace Tamiz.Trials;

/// <summary>
/// A disk in memory that fails when it is told to. What was flushed outlasts a power cut; of what was written since, the disk may have
/// reached any sectors, in any order. Making a file, and cutting one, are durable at once.
/// </summary>
public sealed class FaultyDisk : ILedgerDisk
{
    private const int Sector = 512;

    private readonly Dictionary<string, MemoryFile> _files = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private bool _held;

    /// <inheritdoc/>
    public string Where => "memory";

    /// <summary>Bytes that may still be written; what goes beyond is a short write and fails.</summary>
    public long Room { get; set; } = long.MaxValue;

    /// <summary>Writes that may still come; the one after them is a short one and fails, and so do all that follow.</summary>
    public int Writes { get; set; } = int.MaxValue;

    /// <summary>Flushes that may still come; those after them fail.</summary>
    public int FlushesLeft { get; set; } = int.MaxValue;

    /// <summary>Whether flushing fails.</summary>
    public bool FlushFails { get; set; }

    /// <summary>Whether cutting a file fails.</summary>
    public bool CutFails { get; set; }

    /// <summary>How long a flush takes.</summary>
    public TimeSpan FlushTime { get; set; }

    /// <summary>How often something was flushed.</summary>
    public long Flushes { get; private set; }

    /// <inheritdoc/>
    public IDisposable Lock()
    {
        lock (_gate)
        {
            if (_held)
            {
                throw new Tamiz.Ledger.LedgerException(Tamiz.Ledger.LedgerDiagnostics.InUse.At(new Place(Where), "another log"));
            }

            _held = true;
            return new Release(this);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List()
    {
        lock (_gate)
        {
            return [.. _files.Keys.Order(StringComparer.Ordinal)];
        }
    }

    /// <inheritdoc/>
    public void Create(string name, ReadOnlySpan<byte> content)
    {
        Spend(content.Length, out var fits);
        if (fits < content.Length)
        {
            throw new IOException("no space left on the disk");
        }

        var file = new MemoryFile(this);
        file.Put(0, content);
        file.Flush();
        lock (_gate)
        {
            _files[name] = file;
        }
    }

    /// <inheritdoc/>
    public ILedgerFile Open(string name)
    {
        lock (_gate)
        {
            return _files.TryGetValue(name, out var file) ? file : throw new FileNotFoundException(name);
        }
    }

    /// <summary>A disk that holds the files of a folder.</summary>
    public static FaultyDisk Of(LedgerFolder folder)
    {
        var disk = new FaultyDisk();
        foreach (var name in folder.List())
        {
            disk.Create(name, File.ReadAllBytes(Path.Combine(folder.Where, name)));
        }

        return disk;
    }

    /// <summary>Makes a folder hold what the disk holds.</summary>
    public void CopyTo(LedgerFolder folder)
    {
        Directory.Delete(folder.Where, recursive: true);
        foreach (var name in List())
        {
            folder.Create(name, Content(name));
        }
    }

    /// <summary>The disk without its faults.</summary>
    public FaultyDisk Mended()
    {
        (Room, Writes, FlushesLeft, FlushFails, CutFails) = (long.MaxValue, int.MaxValue, int.MaxValue, false, false);
        return this;
    }

    /// <summary>The content of a file.</summary>
    public byte[] Content(string name) => ((MemoryFile)Open(name)).Snapshot().Content;

    /// <summary>The disk as it is found when the power is back.</summary>
    /// <param name="chance">Decides what of the unflushed sectors the disk had reached.</param>
    public FaultyDisk AfterPowerCut(Random chance)
    {
        var found = new FaultyDisk();
        foreach (var name in List())
        {
            var (content, durable) = ((MemoryFile)Open(name)).Snapshot();
            var kept = content.AsSpan(0, chance.Next(durable, content.Length + 1));
            for (int start = durable, end; start < kept.Length; start = end)
            {
                end = Math.Min(kept.Length, start + Sector - (start % Sector));
                if (chance.Next(3) == 0)
                {
                    kept[start..end].Clear();
                }
            }

            found.Create(name, kept);
        }

        return found;
    }

    private void Spend(int length, out int fits)
    {
        lock (_gate)
        {
            fits = Writes switch { > 0 => (int)Math.Min(length, Room), 0 => (int)Math.Min(length / 2, Room), _ => 0 };
            Room -= fits;
            Writes = Writes == int.MaxValue ? Writes : Math.Max(-1, Writes - 1);
        }
    }

    private sealed class Release(FaultyDisk disk) : IDisposable
    {
        public void Dispose() => disk._held = false;
    }

    private sealed class MemoryFile(FaultyDisk disk) : ILedgerFile
    {
        private readonly Lock _gate = new();
        private byte[] _bytes = [];
        private long _durable;

        public long Length { get; private set; }

        public int Read(long offset, Span<byte> buffer)
        {
            lock (_gate)
            {
                var length = (int)Math.Clamp(Length - offset, 0, buffer.Length);
                _bytes.AsSpan((int)offset, length).CopyTo(buffer);
                return length;
            }
        }

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            disk.Spend(bytes.Length, out var fits);
            Put(offset, bytes[..fits]);
            if (fits < bytes.Length)
            {
                throw new IOException("no space left on the disk");
            }
        }

        public void Put(long offset, ReadOnlySpan<byte> bytes)
        {
            lock (_gate)
            {
                if (_bytes.Length < offset + bytes.Length)
                {
                    Array.Resize(ref _bytes, (int)Math.Max(offset + bytes.Length, _bytes.Length * 2L));
                }

                bytes.CopyTo(_bytes.AsSpan((int)offset));
                Length = Math.Max(Length, offset + bytes.Length);
            }
        }

        public void Flush()
        {
            if (disk.FlushTime > TimeSpan.Zero)
            {
                Thread.Sleep(disk.FlushTime);
            }

            disk.Flushes++;
            disk.FlushesLeft = disk.FlushesLeft == int.MaxValue ? disk.FlushesLeft : disk.FlushesLeft - 1;
            if (disk.FlushFails || disk.FlushesLeft < 0)
            {
                throw new IOException("the disk did not confirm");
            }

            lock (_gate)
            {
                _durable = Length;
            }
        }

        public void Truncate(long length)
        {
            if (disk.CutFails)
            {
                throw new IOException("the disk does not answer");
            }

            lock (_gate)
            {
                (Length, _durable) = (length, Math.Min(_durable, length));
            }
        }

        // Both at one moment: what was flushed between two looks would count as unflushed.
        public (byte[] Content, int Durable) Snapshot()
        {
            lock (_gate)
            {
                return (_bytes.AsSpan(0, (int)Length).ToArray(), (int)_durable);
            }
        }

        // The disk keeps it, as a real one keeps a file that was closed.
        public void Dispose() => GC.KeepAlive(this);
    }
}
