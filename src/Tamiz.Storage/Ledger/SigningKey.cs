using System.Security.Cryptography;
using Tamiz.Ledger;

namespace Tamiz.Storage.Ledger;

/// <summary>A private key that signs batches and checkpoints: ECDSA over P-256 with SHA-256. Any thread.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;
    private readonly Lock _gate = new();

    private SigningKey(ECDsa key)
    {
        _key = key;
        Public = PublicKey.Read(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>The key that checks its signatures; disposed with it.</summary>
    public PublicKey Public { get; }

    /// <summary>Id of the key: SHA-256 of its public part.</summary>
    public Hash Id => Public.Id;

    /// <summary>A new key, from the system's cryptographic source.</summary>
    public static SigningKey Generate() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a private key in PKCS#8 PEM.</summary>
    /// <exception cref="LedgerFormatException">It is not a key over P-256.</exception>
    public static SigningKey ReadPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return new(key);
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new LedgerFormatException($"not a private key: {problem.Message}", 0);
        }
    }

    /// <summary>The private key in PKCS#8 PEM.</summary>
    public string ToPem() => _key.ExportPkcs8PrivateKeyPem() + "\n";

    /// <summary>Signs.</summary>
    /// <param name="message">What to sign.</param>
    /// <param name="signature">Where to: its first <see cref="PublicKey.SignatureSize"/> bytes, r and s.</param>
    public void Sign(ReadOnlySpan<byte> message, Span<byte> signature)
    {
        lock (_gate)
        {
            _key.SignData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _key.Dispose();
        Public.Dispose();
    }
}
