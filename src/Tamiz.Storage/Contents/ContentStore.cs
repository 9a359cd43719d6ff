using System.Security.Cryptography;

namespace Tamiz.Storage.Contents;

/// <summary>
/// Contents that records name by digest (configuration, lists, profiles, models …), each in a file whose name is its SHA-256. Any
/// number of threads and processes: the same digest is the same bytes.
/// </summary>
public sealed class ContentStore
{
    private readonly string _folder;

    private ContentStore(string folder) => _folder = folder;

    /// <summary>The contents of a home (its folder contents).</summary>
    public static ContentStore Open(string home) => new(Directory.CreateDirectory(Path.Combine(home, "contents")).FullName);

    /// <summary>Keeps a content. When this returns it is on the disk; one that is there already, and whole, stays.</summary>
    /// <returns>Its SHA-256, 32 bytes.</returns>
    /// <exception cref="IOException">The folder cannot be written, or the disk is full.</exception>
    public byte[] Put(ReadOnlySpan<byte> content)
    {
        var digest = SHA256.HashData(content);
        if (!IsWhole(PathOf(digest), digest))
        {
            DurableFile.Write(PathOf(digest), content);
        }

        return digest;
    }

    /// <summary>The content with a digest.</summary>
    /// <param name="digest">32 bytes.</param>
    /// <exception cref="HomeException">It is missing (TZ1721), or not what the digest says (TZ1722).</exception>
    public byte[] Get(ReadOnlySpan<byte> digest)
    {
        var path = PathOf(digest);
        try
        {
            var content = File.ReadAllBytes(path);
            var found = SHA256.HashData(content);
            return digest.SequenceEqual(found)
                ? content
                : throw new HomeException(HomeDiagnostics.ContentDamaged.At(new Place(path), $"{content.Length} bytes with the digest {Convert.ToHexStringLower(found)}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HomeException(HomeDiagnostics.ContentMissing.At(new Place(path), e.Message), e);
        }
    }

    /// <summary>Whether there is a file for a digest; whether it is whole shows when it is read.</summary>
    public bool Has(ReadOnlySpan<byte> digest) => File.Exists(PathOf(digest));

    private static bool IsWhole(string path, ReadOnlySpan<byte> digest)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenRead(path);
        return digest.SequenceEqual(SHA256.HashData(file));
    }

    private string PathOf(ReadOnlySpan<byte> digest) => Path.Combine(_folder, Convert.ToHexStringLower(digest));
}
