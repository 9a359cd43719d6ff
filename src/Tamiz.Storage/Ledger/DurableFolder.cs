using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Tamiz.Storage.Ledger;

/// <summary>Makes the names in a folder outlast a power cut: a new file's name is in its folder only once that was flushed.</summary>
internal static class DurableFolder
{
    private const int ReadOnly = 0;

    /// <summary>Flushes a folder; on Windows, where the file system's journal does it, nothing.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Open(Encoding.UTF8.GetBytes((path.Length == 0 ? "." : path) + "\0"), ReadOnly);
        if (folder < 0)
        {
            throw Failed(path);
        }

        var flushed = Sync(folder);
        var failure = flushed == 0 ? null : Failed(path);
        _ = Close(folder);
        if (failure is not null)
        {
            throw failure;
        }
    }

    private static IOException Failed(string path) => new($"{path}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
