using System.Diagnostics;
using System.Globalization;
using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>A ledger in a folder of files.</summary>
/// <param name="path">The folder; made when it is first locked.</param>
public sealed class LedgerFolder(string path) : ILedgerDisk
{
    private const string LockName = "lock";
    private const string HolderName = "lock-holder.txt";
    private const string PartSuffix = ".part";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    public string Where { get; } = path;

    /// <summary>Whether files are opened to read alone: then somebody else may be writing them, and their owner need not be who reads.</summary>
    public bool OnlyReads { get; init; }

    /// <summary>How long <see cref="Lock"/> waits for whoever has the ledger; not at all unless told otherwise.</summary>
    public TimeSpan Patience { get; init; }

    /// <inheritdoc/>
    public IDisposable Lock()
    {
        Directory.CreateDirectory(Where);
        var held = OpenLock();
        try
        {
            File.WriteAllText(Path.Combine(Where, HolderName), string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}\n"));
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => !Directory.Exists(Where) ? [] :
    [
        .. Directory.EnumerateFiles(Where, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Where, file).Replace('\\', '/'))
            .Where(name => name is not (LockName or HolderName) && !name.EndsWith(PartSuffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public void Create(string name, ReadOnlySpan<byte> content)
    {
        var full = Path.Combine(Where, name);
        var folder = Path.GetDirectoryName(full) ?? Where;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            DurableFolder.Flush(Path.GetDirectoryName(folder) ?? folder);
        }

        using (var file = new FileStream(full + PartSuffix, FileMode.Create, FileAccess.Write))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(full + PartSuffix, full, overwrite: true);
        DurableFolder.Flush(folder);
    }

    /// <inheritdoc/>
    public ILedgerFile Open(string name) => new LedgerFile(Path.Combine(Where, name), OnlyReads);

    private FileStream OpenLock()
    {
        for (var waited = Stopwatch.StartNew();;)
        {
            try
            {
                return new FileStream(Path.Combine(Where, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < Patience)
            {
                Thread.Sleep(Pause);
            }
            catch (IOException taken)
            {
                var holder = Path.Combine(Where, HolderName);
                throw new LedgerException(LedgerDiagnostics.InUse.At(new Place(Where), File.Exists(holder) ? File.ReadAllText(holder).Trim() : taken.Message), taken);
            }
        }
    }
}
