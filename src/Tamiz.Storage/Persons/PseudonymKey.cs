using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tamiz.Declarations;

namespace Tamiz.Storage.Persons;

/// <summary>The secret that turns parties into pseudonyms: whoever has it can tell whether a name that he guesses is there.</summary>
internal sealed class PseudonymKey
{
    public const string FileName = "pseudonyms.key";

    private const int Length = 32;
    private const uint Missing = uint.MaxValue;
    private readonly byte[] _secret;

    private PseudonymKey(byte[] secret) => _secret = secret;

    /// <summary>A value that shows whether a table was made with this secret, and does not give it away.</summary>
    public UInt128 Fingerprint => Of("fingerprint"u8);

    /// <summary>Reads the secret of a home, or draws it.</summary>
    /// <param name="home">The home's folder.</param>
    /// <param name="mayDraw">Whether there is nothing yet that was made with another secret.</param>
    /// <exception cref="HomeException">It is missing and must not be drawn, or it has not 32 bytes.</exception>
    public static PseudonymKey Open(string home, bool mayDraw)
    {
        var path = Path.Combine(home, "keys", FileName);
        try
        {
            if (!File.Exists(path) && mayDraw)
            {
                Directory.CreateDirectory(Path.Combine(home, "keys"));
                DurableFile.Write(path, RandomNumberGenerator.GetBytes(Length), DurableFile.Private);
            }

            var secret = File.ReadAllBytes(path);
            return secret.Length == Length ? new PseudonymKey(secret) : throw Unusable(path, $"{secret.Length} bytes", null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, e.Message, e);
        }
    }

    /// <summary>The pseudonyms of a party.</summary>
    public Pseudonyms Of(Party party) => new(Identifier(party.Id), Person(party));

    private static HomeException Unusable(string path, string found, Exception? cause) =>
        new(HomeDiagnostics.NoPseudonymKey.At(new Place(path), found), cause);

    private UInt128? Identifier(string? id)
    {
        if (id is null)
        {
            return null;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(id.Length) + 3);
        "id\0"u8.CopyTo(bytes);
        var pseudonym = Of(bytes.AsSpan(0, 3 + Encoding.UTF8.GetBytes(id, bytes.AsSpan(3))));
        ArrayPool<byte>.Shared.Return(bytes);
        return pseudonym;
    }

    private UInt128? Person(Party party)
    {
        if (party is { Id: null, Name: null, Address: null, Country: null })
        {
            return null;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(5 + Room(party.Id) + Room(party.Name) + Room(party.Address) + Room(party.Country));
        "party"u8.CopyTo(bytes);
        var length = 5;
        foreach (var text in new ReadOnlySpan<string?>([party.Id, party.Name, party.Address, party.Country]))
        {
            length += Append(text, bytes.AsSpan(length));
        }

        var pseudonym = Of(bytes.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
        return pseudonym;
    }

    private static int Room(string? text) => 4 + Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0);

    // The length before each value keeps values apart; a missing one is not an empty one.
    private static int Append(string? text, Span<byte> into)
    {
        var length = text is null ? 0 : Encoding.UTF8.GetBytes(text, into[4..]);
        BinaryPrimitives.WriteUInt32LittleEndian(into, text is null ? Missing : (uint)length);
        return 4 + length;
    }

    private UInt128 Of(ReadOnlySpan<byte> message)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_secret, message, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
