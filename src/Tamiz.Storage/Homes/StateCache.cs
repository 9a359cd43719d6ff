using System.Globalization;
using System.Security.Cryptography;
using Tamiz.Flow;

namespace Tamiz.Storage.Homes;

/// <summary>
/// What a home knows and remembers, kept in its folder history as of a batch of its ledger, so that opening it need not read everything
/// again. Never needed: one that is missing, cut, changed, or of another program (which is no fault) is passed over, and all is read.
/// </summary>
/// <param name="folder">The home's folder.</param>
internal sealed class StateCache(string folder)
{
    private const string Suffix = ".state";
    private const int Kept = 2;

    private static readonly string Format = $"tamiz state 1 {typeof(Course).Module.ModuleVersionId} {typeof(StateCache).Module.ModuleVersionId}";
    private readonly string _folder = Path.Combine(folder, "history");

    /// <summary>Keeps a state, and drops those before the one kept last.</summary>
    /// <param name="log">The ledger, whose end it stands at.</param>
    /// <param name="state">The state; nothing is under way.</param>
    public void Save(Ledger.LedgerLog log, HomeState state)
    {
        Directory.CreateDirectory(_folder);
        var path = Path.Combine(_folder, log.Records.ToString("D16", CultureInfo.InvariantCulture) + Suffix);
        using (var file = DurableFile.Begin(path, DurableFile.Private))
        {
            using var hash = SHA256.Create();
            using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
            using (var buffered = new BufferedStream(hashed, 1 << 16))
            using (var writer = new BinaryWriter(buffered))
            {
                Head(log).Write(writer);
                state.Save(writer);
            }

            file.Write(hash.Hash);
            DurableFile.Keep(file, path);
        }

        foreach (var old in Files().Skip(Kept))
        {
            File.Delete(old);
        }
    }

    /// <summary>Takes up the latest state that is this ledger's.</summary>
    /// <param name="log">The ledger.</param>
    /// <param name="state">A state before its first record, made anew for each that is tried.</param>
    /// <param name="diagnostics">Receives TZ1815 for each that is passed over.</param>
    /// <returns>The state, and the sequence that it goes on from; null where there is none.</returns>
    public (HomeState State, long Sequence)? Load(Ledger.LedgerLog log, Func<HomeState> state, ICollection<Diagnostic> diagnostics)
    {
        foreach (var path in Files())
        {
            var (fault, loaded) = Read(path, log, state());
            if (loaded is { } found)
            {
                return found;
            }

            if (fault.Length > 0)
            {
                diagnostics.Add(ActDiagnostics.StateCache.At(new Place(path), fault));
            }
        }

        return null;
    }

    /// <summary>Compares the latest state kept with the one that the ledger makes.</summary>
    /// <returns>What is wrong (TZ1815, TZ1816); null where nothing is, or none is kept.</returns>
    public Diagnostic? Check(Ledger.LedgerLog log, Func<HomeState> state)
    {
        if (Files().FirstOrDefault() is not { } path)
        {
            return null;
        }

        var (fault, loaded) = Read(path, log, state());
        if (loaded is not var (kept, sequence))
        {
            return fault.Length > 0 ? ActDiagnostics.StateCache.At(new Place(path), fault) : null;
        }

        var made = state();
        foreach (var entry in log.Read())
        {
            if (entry.Sequence == sequence)
            {
                break;
            }

            made.Apply(entry);
        }

        var (then, again) = (DigestOf(kept), DigestOf(made));
        return then == again ? null : ActDiagnostics.StateBent.At(new Place(path), then, again);
    }

    /// <summary>Drops all that is kept: an erasure by law reaches it too.</summary>
    public void Drop() => Files().ToList().ForEach(File.Delete);

    private static string DigestOf(HomeState state)
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        using (var buffered = new BufferedStream(hashed, 1 << 16))
        using (var writer = new BinaryWriter(buffered))
        {
            state.Save(writer);
        }

        return Convert.ToHexStringLower(hash.Hash!)[..16];
    }

    private static (string Fault, (HomeState State, long Sequence)? Loaded) Read(string path, Ledger.LedgerLog log, HomeState state)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        if (!IsWhole(file))
        {
            return ("it was cut or changed", null);
        }

        file.Position = 0;
        using var reader = new BinaryReader(file);
        return StateHead.Read(reader) is var head && head.Format != Format ? ("", null)
            : !head.IsOf(log) ? ("it is no state of this ledger", null)
            : !state.Load(reader) ? ("it is of other settings", null)
            : ("", (state, head.Records));
    }

    // The last 32 bytes are SHA-256 over all before them.
    private static bool IsWhole(FileStream file)
    {
        if (file.Length <= SHA256.HashSizeInBytes)
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (var left = file.Length - SHA256.HashSizeInBytes; left > 0;)
        {
            var read = file.Read(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)));
            hash.AppendData(buffer.AsSpan(0, read));
            left -= read == 0 ? left : read;
        }

        var stored = new byte[SHA256.HashSizeInBytes];
        return file.ReadAtLeast(stored, stored.Length, throwOnEndOfStream: false) == stored.Length && hash.GetHashAndReset().AsSpan().SequenceEqual(stored);
    }

    private static StateHead Head(Ledger.LedgerLog log) => new(Format, log.Id, log.Records, log.Batches - 1, log.HashOf(log.Batches - 1));

    // The latest first.
    private IEnumerable<string> Files() => Directory.Exists(_folder)
        ? Directory.GetFiles(_folder, "*" + Suffix).OrderDescending(StringComparer.Ordinal)
        : [];
}
