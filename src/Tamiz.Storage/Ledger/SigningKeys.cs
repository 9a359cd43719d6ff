using System.Globalization;
using System.Text;
using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>
/// The folder of signing keys: key-1.pem (PKCS#8, readable by its owner alone), key-1.public.pem beside it, and so on with each rotation. The
/// first public key is the one that a checker is given. Public keys stay; private ones go when they are no longer in force.
/// </summary>
public sealed class SigningKeys : IDisposable
{
    private const string Prefix = "key-";
    private const string PublicSuffix = ".public.pem";

    private readonly string _folder;
    private readonly Dictionary<Hash, (int Number, SigningKey Key)> _keys = [];
    private readonly Lock _gate = new();
    private int _last;

    private SigningKeys(string folder) => _folder = folder;

    /// <summary>The folder with a first key.</summary>
    /// <exception cref="LedgerException">There are keys already (TZ1606).</exception>
    public static SigningKeys Create(string folder)
    {
        var keys = Open(folder);
        if (keys._last > 0)
        {
            keys.Dispose();
            throw new LedgerException(LedgerDiagnostics.UnusableKey.At(new Place(folder), "keys", "a folder without keys"));
        }

        keys.Add();
        return keys;
    }

    /// <summary>The folder's keys; none where there is no folder.</summary>
    /// <exception cref="LedgerException">A file is not a key over P-256 (TZ1606).</exception>
    public static SigningKeys Open(string folder)
    {
        var keys = new SigningKeys(folder);
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, Prefix + "*.pem") : [])
        {
            var name = Path.GetFileName(file);
            var isPublic = name.EndsWith(PublicSuffix, StringComparison.Ordinal);
            var digits = name[Prefix.Length..^(isPublic ? PublicSuffix.Length : ".pem".Length)];
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                continue;
            }

            keys._last = Math.Max(keys._last, number);
            if (!isPublic)
            {
                var key = Read(file, SigningKey.ReadPem);
                keys._keys[key.Id] = (number, key);
            }
        }

        return keys;
    }

    /// <summary>The first public key, which the ledger was founded with; null where its file is missing.</summary>
    /// <exception cref="LedgerException">The file is not a key over P-256 (TZ1606).</exception>
    public PublicKey? Founding() => FoundingIn(_folder);

    /// <summary>The first public key of a folder of keys; null where its file is missing. For who may not read the private ones.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="LedgerException">The file is not a key over P-256 (TZ1606).</exception>
    public static PublicKey? FoundingIn(string folder)
    {
        var path = Path.Combine(folder, Prefix + "1" + PublicSuffix);
        return File.Exists(path) ? Read(path, PublicKey.ReadPem) : null;
    }

    /// <summary>The private key with an id; null where it is not here.</summary>
    public SigningKey? Find(Hash id)
    {
        lock (_gate)
        {
            return _keys.TryGetValue(id, out var found) ? found.Key : null;
        }
    }

    /// <summary>Makes a new key and writes it, durably.</summary>
    public SigningKey Add()
    {
        lock (_gate)
        {
            var key = SigningKey.Generate();
            var number = ++_last;
            CreateFolder();
            DurableFile.Write(PrivatePath(number), Encoding.ASCII.GetBytes(key.ToPem()), DurableFile.Private);
            DurableFile.Write(PublicPath(number), Encoding.ASCII.GetBytes(key.Public.ToPem()), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            _keys[key.Id] = (number, key);
            return key;
        }
    }

    /// <summary>Deletes the private keys before one; the public ones stay.</summary>
    /// <param name="inForce">Id of the key in force.</param>
    public void DropBefore(Hash inForce)
    {
        lock (_gate)
        {
            var last = _keys.TryGetValue(inForce, out var found) ? found.Number : 0;
            foreach (var (id, (number, key)) in _keys.Where(pair => pair.Value.Number < last).ToList())
            {
                File.Delete(PrivatePath(number));
                _keys.Remove(id);
                key.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, key) in _keys.Values)
        {
            key.Dispose();
        }
    }

    private static T Read<T>(string file, Func<string, T> read)
    {
        try
        {
            return read(File.ReadAllText(file));
        }
        catch (Exception problem) when (problem is LedgerFormatException or IOException or UnauthorizedAccessException)
        {
            throw new LedgerException(LedgerDiagnostics.UnusableKey.At(new Place(file), problem.Message), problem);
        }
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
        }
        else
        {
            Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string PrivatePath(int number) => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}.pem"));

    private string PublicPath(int number) => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}{PublicSuffix}"));
}
