using System.Security.Cryptography;

namespace Tamiz.Ledger;

/// <summary>A key that checks signatures: ECDSA over P-256 with SHA-256 (FIPS 186-5). One thread at a time.</summary>
public sealed class PublicKey : IDisposable
{
    /// <summary>Bytes of a signature: r and s, 32 bytes each, the most significant first.</summary>
    public const int SignatureSize = 64;

    private const string P256 = "1.2.840.10045.3.1.7";

    private readonly ECDsa _key;
    private readonly byte[] _info;

    private PublicKey(ECDsa key, byte[] info)
    {
        (_key, _info, Id) = (key, info, Hash.Of(info));
    }

    /// <summary>SHA-256 of its SubjectPublicKeyInfo in DER.</summary>
    public Hash Id { get; }

    /// <summary>SubjectPublicKeyInfo in DER.</summary>
    public ReadOnlyMemory<byte> Info => _info;

    /// <summary>Reads a SubjectPublicKeyInfo in DER.</summary>
    /// <exception cref="LedgerFormatException">It is not that of a key over P-256.</exception>
    public static PublicKey Read(ReadOnlySpan<byte> info)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(info, out _);
            var exported = key.ExportSubjectPublicKeyInfo();
            if (key.ExportParameters(false).Curve.Oid.Value == P256 && info.SequenceEqual(exported))
            {
                return new(key, exported);
            }
        }
        catch (CryptographicException problem)
        {
            key.Dispose();
            throw new LedgerFormatException($"not a public key: {problem.Message}", 0);
        }

        key.Dispose();
        throw new LedgerFormatException("not a public key over P-256", 0);
    }

    /// <summary>Reads the PEM form of a SubjectPublicKeyInfo.</summary>
    /// <exception cref="LedgerFormatException">It is not that of a key over P-256.</exception>
    public static PublicKey ReadPem(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || pem[fields.Label] != "PUBLIC KEY")
        {
            throw new LedgerFormatException("not a public key in PEM", 0);
        }

        return Read(Convert.FromBase64String(pem[fields.Base64Data]));
    }

    /// <summary>Whether a signature over some bytes is this key's.</summary>
    public bool HasSigned(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => signature.Length == SignatureSize
        && _key.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>The PEM form.</summary>
    public string ToPem() => PemEncoding.WriteString("PUBLIC KEY", _info) + "\n";

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
