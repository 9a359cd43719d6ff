using System.Globalization;
using System.Security.Cryptography;
using Tamiz.Flow;
using Tamiz.Ledger;
using Tamiz.Storage.Ledger;

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

    private static readonly string Format = $"tamiz state 2 {typeof(Course).Module.ModuleVersionId} {typeof(StateCache).Module.ModuleVersionId}";
    private readonly string _folder = Path.Combine(folder, "history");
    private readonly List<Diagnostic> _faults = [];
    private readonly Dictionary<string, StateHead?> _heads = new(StringComparer.Ordinal);
    private List<string>? _paths;

    /// <summary>How far the ledger was checked when the latest state was kept that this program can read; null for none.</summary>
    public LedgerMark? Mark => Usable().FirstOrDefault().Head?.Mark;

    /// <summary>Keeps a state, and drops those before the one kept last. Nothing is kept where the key of the last batch is gone.</summary>
    /// <param name="log">The ledger, whose end it stands at.</param>
    /// <param name="state">The state; nothing is under way.</param>
    public void Save(LedgerLog log, HomeState state)
    {
        if (log.Mark is not { } mark)
        {
            return;
        }

        Directory.CreateDirectory(_folder);
        var path = Path.Combine(_folder, log.Records.ToString("D16", CultureInfo.InvariantCulture) + Suffix);
        using (var file = DurableFile.Begin(path, DurableFile.Private))
        {
            using var hash = SHA256.Create();
            using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
            using (var buffered = new BufferedStream(hashed, 1 << 16))
            using (var writer = new BinaryWriter(buffered))
            {
                new StateHead(Format, log.Id, log.Records, mark).Write(writer);
                state.Save(writer);
            }

            file.Write(hash.Hash);
            DurableFile.Keep(file, path);
        }

        foreach (var old in Files().Skip(Kept))
        {
            File.Delete(old);
        }

        Forget();
    }

    /// <summary>Takes up the latest state that is this ledger's.</summary>
    /// <param name="log">The ledger.</param>
    /// <param name="state">A state before its first record, made anew for each that is tried.</param>
    /// <param name="diagnostics">Receives TZ1815 for each that is passed over.</param>
    /// <returns>The state, and the sequence that it goes on from; null where there is none.</returns>
    public (HomeState State, long Sequence)? Load(LedgerReader log, Func<HomeState> state, ICollection<Diagnostic> diagnostics)
    {
        foreach (var (path, head) in Usable())
        {
            var (fault, loaded) = Read(path, head, log, state());
            if (loaded is not null)
            {
                return (loaded, head.Records);
            }

            diagnostics.Add(ActDiagnostics.StateCache.At(new Place(path), fault));
        }

        _faults.ForEach(diagnostics.Add);
        return null;
    }

    /// <summary>Compares the latest state kept with the one that the ledger makes.</summary>
    /// <returns>What is wrong (TZ1815, TZ1816), with the first part that differs; null where nothing is, or none is kept.</returns>
    public Diagnostic? Check(LedgerReader log, Func<HomeState> state)
    {
        if (Usable().FirstOrDefault() is not ({ } path, { } head))
        {
            return _faults.FirstOrDefault();
        }

        var (fault, kept) = Read(path, head, log, state());
        if (kept is null)
        {
            return ActDiagnostics.StateCache.At(new Place(path), fault);
        }

        var made = state();
        foreach (var entry in log.Read().TakeWhile(entry => entry.Sequence < head.Records))
        {
            made.Apply(entry);
        }

        return Compare(kept, made) is var (then, again) ? ActDiagnostics.StateBent.At(new Place(path), then, then == again ? null : again) : null;
    }

    // The parts in which the first differing byte of two states lies; null where there is none.
    private static (string Kept, string Made)? Compare(HomeState kept, HomeState made)
    {
        using var temporary = new TemporaryFiles();
        using var stored = new FileStream(temporary.Next(), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        using var writer = new BinaryWriter(stored);
        kept.Save(writer);
        writer.Flush();
        stored.Position = 0;
        using var comparison = new StateComparison(stored);
        using (var compared = new BinaryWriter(comparison))
        {
            made.Save(compared, comparison.Begin);
        }

        if (comparison.Difference is not var (part, at))
        {
            return null;
        }

        // Written once more, to see which part lies there.
        var then = "";
        stored.Position = 0;
        kept.Save(writer, name => then = stored.Position <= at ? name : then);
        return (then, part);
    }

    /// <summary>Drops all that is kept: an erasure by law reaches it too.</summary>
    public void Drop()
    {
        Files().ToList().ForEach(File.Delete);
        Forget();
    }

    private void Forget()
    {
        _paths = null;
        _heads.Clear();
        _faults.Clear();
    }

    private static (string Fault, HomeState? Loaded) Read(string path, StateHead head, LedgerReader log, HomeState state)
    {
        if (!head.IsOf(log))
        {
            return ("it is no state of this ledger", null);
        }

        try
        {
            using var file = Open(path);
            using var reader = new BinaryReader(file);
            StateHead.Read(reader);
            return state.Load(reader) ? ("", state) : ("it is of other settings", null);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or FormatException or ArgumentException or InvalidCastException or LedgerFormatException)
        {
            return ($"it cannot be read: {problem.Message}", null);
        }
    }

    // The files are looked up once: whoever works in the home may keep another one meanwhile, and drop the oldest.
    private IEnumerable<(string Path, StateHead Head)> Usable()
    {
        foreach (var path in _paths ??= [.. Files()])
        {
            if (!_heads.TryGetValue(path, out var head))
            {
                _heads[path] = head = HeadOf(path);
            }

            if (head is not null)
            {
                yield return (path, head);
            }
        }
    }

    private StateHead? HeadOf(string path)
    {
        try
        {
            using var file = Open(path);
            if (!IsWhole(file))
            {
                _faults.Add(ActDiagnostics.StateCache.At(new Place(path), "it was cut or changed"));
                return null;
            }

            file.Position = 0;
            using var reader = new BinaryReader(file);
            if (reader.ReadString() != Format)
            {
                return null;
            }

            file.Position = 0;
            return StateHead.Read(reader);
        }
        catch (FileNotFoundException)
        {
            return null; // Dropped meanwhile, for a later one.
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);

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

    // The latest first.
    private IEnumerable<string> Files() => Directory.Exists(_folder)
        ? Directory.GetFiles(_folder, "*" + Suffix).OrderDescending(StringComparer.Ordinal)
        : [];
}
