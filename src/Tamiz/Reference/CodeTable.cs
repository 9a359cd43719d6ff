using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Tamiz.Reference;

/// <summary>A table of codes, as a snapshot.</summary>
public sealed class CodeTable
{
    private readonly HashSet<string> _codes;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>A table of the given codes.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="id">Name and edition.</param>
    /// <param name="validFrom">First day on which the edition applies.</param>
    /// <param name="origin">Where it was taken from.</param>
    /// <param name="licence">Licence of the table.</param>
    public CodeTable(IEnumerable<string> codes, string id, DateOnly validFrom, string origin, string licence)
    {
        _codes = codes.ToHashSet(StringComparer.Ordinal);
        _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', _codes.Order(StringComparer.Ordinal))));
        Snapshot = new Snapshot(id, Convert.ToHexStringLower(hash), validFrom, origin, licence);
    }

    /// <summary>Origin, edition and hash.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>Number of codes.</summary>
    public int Count => _codes.Count;

    /// <summary>Whether the code is in the table, exactly as written.</summary>
    public bool Contains(ReadOnlySpan<char> code) => _lookup.Contains(code);

    internal static IReadOnlyList<string> Unpack(string resource)
    {
        using var stream = typeof(CodeTable).Assembly.GetManifestResourceStream("Tamiz.Reference.Data." + resource)
            ?? throw new InvalidOperationException(resource + " is not in the assembly");
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress), Encoding.ASCII);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
