using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Tamiz.Verifier.Batches;

/// <summary>A public key on P-256.</summary>
internal sealed class SigningKey
{
    private const int Coordinate = 32;

    // SubjectPublicKeyInfo of an uncompressed point on P-256 (RFC 5480): all that comes before its two coordinates.
    private static readonly byte[] Beginning = Convert.FromHexString("3059301306072A8648CE3D020106082A8648CE3D03010703420004");

    private readonly ConcurrentBag<ECDsa> _idle = [];
    private readonly ECParameters _parameters;

    private SigningKey(byte[] encoded, ECParameters parameters) => (Encoded, Id, _parameters) = (encoded, SHA256.HashData(encoded), parameters);

    /// <summary>SubjectPublicKeyInfo in DER.</summary>
    public byte[] Encoded { get; }

    /// <summary>SHA-256 of it.</summary>
    public byte[] Id { get; }

    /// <summary>The key of a SubjectPublicKeyInfo; null where it is not one of a point on P-256.</summary>
    public static SigningKey? Read(ReadOnlySpan<byte> encoded)
    {
        if (encoded.Length != Beginning.Length + (2 * Coordinate) || !encoded.StartsWith(Beginning))
        {
            return null;
        }

        var point = encoded[Beginning.Length..];
        var parameters = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = point[..Coordinate].ToArray(), Y = point[Coordinate..].ToArray() },
        };
        try
        {
            var key = new SigningKey(encoded.ToArray(), parameters);
            key._idle.Add(ECDsa.Create(parameters));
            return key;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The key of a PEM text with a PUBLIC KEY; null where there is none on P-256.</summary>
    public static SigningKey? ReadPem(string text)
    {
        if (!PemEncoding.TryFind(text, out var fields) || !text.AsSpan()[fields.Label].SequenceEqual("PUBLIC KEY"))
        {
            return null;
        }

        var encoded = new byte[fields.DecodedDataLength];
        return Convert.TryFromBase64Chars(text.AsSpan()[fields.Base64Data], encoded, out var length) ? Read(encoded.AsSpan(0, length)) : null;
    }

    /// <summary>Whether a signature (r and s of 32 bytes each) is this key's over something of that SHA-256. May be asked on any thread.</summary>
    public bool Signed(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        if (!_idle.TryTake(out var verifier))
        {
            verifier = ECDsa.Create(_parameters);
        }

        var right = verifier.VerifyHash(hash, signature);
        _idle.Add(verifier);
        return right;
    }
}
