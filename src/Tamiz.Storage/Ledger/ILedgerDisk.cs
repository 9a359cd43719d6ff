namespace Tamiz.Storage.Ledger;

/// <summary>The files of one ledger. Names are relative, with / between folders. Any method may throw an <see cref="IOException"/>.</summary>
public interface ILedgerDisk
{
    /// <summary>Where it is, as a person would say it.</summary>
    string Where { get; }

    /// <summary>Keeps every other process, and every other log of this one, out until it is disposed.</summary>
    /// <exception cref="Tamiz.Ledger.LedgerException">Somebody else has it (TZ1604).</exception>
    IDisposable Lock();

    /// <summary>Names of all files, in ordinal order; none where there is no ledger.</summary>
    IReadOnlyList<string> List();

    /// <summary>Makes a file with its content, durably: after a power cut it is there with all of it, or not at all. An older one is replaced.</summary>
    void Create(string name, ReadOnlySpan<byte> content);

    /// <summary>Opens a file to read and write.</summary>
    ILedgerFile Open(string name);
}
