using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tamiz.Storage;

/// <summary>Files that have their name only when they are whole and on the disk.</summary>
internal static class DurableFile
{
    /// <summary>Ending of a file that is being written; what a crash leaves with it can be deleted.</summary>
    public const string Unfinished = ".writing";

    /// <summary>Read and write for the owner alone.</summary>
    public const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Begins a file that <see cref="Keep"/> gives its name.</summary>
    /// <param name="path">The name that it will have.</param>
    /// <param name="mode">Its permission; null for what the system gives.</param>
    public static FileStream Begin(string path, UnixFileMode? mode = null)
    {
        // Two that write the same file at once do not write into each other's.
        var own = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}{Unfinished}";
        File.Delete(own);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 << 16 };
        if (mode is { } given && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = given;
        }

        return new FileStream(own, options);
    }

    /// <summary>Puts a file on the disk and gives it its name; an earlier one of that name is replaced.</summary>
    public static void Keep(FileStream file, string path)
    {
        file.Flush(flushToDisk: true);
        file.Dispose();
        File.Move(file.Name, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path)));
    }

    /// <summary>Writes a whole file.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode? mode = null)
    {
        using var file = Begin(path, mode);
        file.Write(content);
        Keep(file, path);
    }

    /// <summary>Puts the names in a folder on the disk: a new name is as durable as the file's bytes only after this.</summary>
    public static void FlushFolder(string? folder)
    {
        if (folder is null || OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(Open(folder, 0), ownsHandle: true);
        if (!handle.IsInvalid)
        {
            RandomAccess.FlushToDisk(handle);
        }
    }

    // The runtime does not open folders as files.
    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
