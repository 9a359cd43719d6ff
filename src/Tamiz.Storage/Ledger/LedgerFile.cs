using Microsoft.Win32.SafeHandles;

namespace Tamiz.Storage.Ledger;

/// <summary>A file of a ledger on a real disk.</summary>
/// <param name="path">The file.</param>
/// <param name="onlyReads">Whether it is never written through this; somebody else may write it then.</param>
internal sealed class LedgerFile(string path, bool onlyReads) : ILedgerFile
{
    private readonly SafeFileHandle _handle = onlyReads
        ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
        : File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);

    public long Length => RandomAccess.GetLength(_handle);

    public int Read(long offset, Span<byte> buffer)
    {
        var total = 0;
        while (total < buffer.Length)
        {
            var read = RandomAccess.Read(_handle, buffer[total..], offset + total);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(_handle, bytes, offset);

    public void Flush() => RandomAccess.FlushToDisk(_handle);

    public void Truncate(long length) => RandomAccess.SetLength(_handle, length);

    public void Dispose() => _handle.Dispose();
}
