using System.Globalization;
using Tamiz.Ledger;
using Tamiz.Storage.Homes;
using Tamiz.Storage.Ledger;
using Tamiz.Verifier;

namespace Tamiz.Trials;

/// <summary>
/// What a home has acknowledged, and whether its ledger bears it out: nothing acknowledged is missing, nothing is decided twice, and the
/// verifier finds nothing wrong, also against the escrow. Reads files; opens nothing and mends nothing.
/// </summary>
/// <param name="home">The home's folder.</param>
/// <param name="escrow">The escrow.</param>
public sealed class HomeWitness(string home, string escrow)
{
    private readonly Dictionary<(string Identity, int Version), long> _receipts = [];
    private readonly HashSet<string> _claims = new(StringComparer.Ordinal);
    private LedgerFindings _findings = new();
    private long _receiptBytes;

    /// <summary>Versions of declarations that were acknowledged.</summary>
    public int Receipts => _receipts.Count;

    /// <summary>Other acts that were acknowledged.</summary>
    public int Claims => _claims.Count;

    /// <summary>Records at the last look.</summary>
    public long Records => _findings.Records;

    /// <summary>Declarations that were decided, amendments too, at the last look.</summary>
    public long Decisions => _findings.Decisions;

    /// <summary>How often a torn tail was cut.</summary>
    public long Torn => _findings.Torn;

    /// <summary>The assessments: hash of each by the declaration's identity and version.</summary>
    public IReadOnlyDictionary<(string Identity, int Version), Hash> Assessments => _findings.Assessments;

    /// <summary>Takes the receipts that were written since.</summary>
    /// <param name="path">The file; a last line that is cut is left for later, or for ever.</param>
    public void Take(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var file = File.OpenRead(path);
        file.Seek(_receiptBytes, SeekOrigin.Begin);
        var text = new StreamReader(file).ReadToEnd();
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        foreach (var line in whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')))
        {
            Take(new Receipt(line[0], int.Parse(line[1], CultureInfo.InvariantCulture), long.Parse(line[2], CultureInfo.InvariantCulture), line[3]));
        }

        // What is behind a cut line does not belong to it.
        _receiptBytes = file.Length;
        if (whole.Length < text.Length)
        {
            File.AppendAllText(path, "\n");
            _receiptBytes++;
        }
    }

    /// <summary>Takes a receipt.</summary>
    /// <exception cref="InvalidOperationException">The same version was acknowledged before.</exception>
    public void Take(Receipt receipt)
    {
        if (!_receipts.TryAdd((receipt.Identity, receipt.Version), receipt.Sequence))
        {
            throw new InvalidOperationException($"{receipt.Identity} version {receipt.Version} was acknowledged twice");
        }
    }

    /// <summary>Takes what a command printed: hashes, seeds and names that the ledger must hold now.</summary>
    public void Take(ToolResult result)
    {
        if (result.Json() is not { } json)
        {
            return;
        }

        foreach (var name in new[] { "commitment", "next", "key", "hash", "person" })
        {
            if (json.TryGetProperty(name, out var value))
            {
                _claims.Add(value.GetString()!);
            }
        }

        foreach (var (list, name) in new[] { ("days", "seed"), ("proposed", "digest"), ("decided", "digest") })
        {
            if (json.TryGetProperty(list, out var entries))
            {
                _claims.UnionWith(entries.EnumerateArray().Select(entry => entry.GetProperty(name).GetString()!));
            }
        }
    }

    /// <summary>Looks at the ledger.</summary>
    /// <param name="anew">Whether all of it is decoded again; else what is new since the last look.</param>
    /// <exception cref="InvalidOperationException">Something does not hold.</exception>
    public void Look(bool anew)
    {
        var key = Path.Combine(home, "keys", "key-1.public.pem");
        var report = Verification.Run(new VerificationRequest(Path.Combine(home, "ledger"), key) { Escrow = Directory.Exists(escrow) ? escrow : null });
        if (!report.IsFine)
        {
            throw new InvalidOperationException("the verifier: " + report.Problems[0]);
        }

        _findings = anew ? new LedgerFindings() : _findings;
        LedgerLog.Replay(new LedgerFolder(Path.Combine(home, "ledger")), PublicKey.ReadPem(File.ReadAllText(key)), _findings.Add);
        _findings.End();
        foreach (var (declaration, sequence) in _receipts)
        {
            if (_findings.Find(declaration) != sequence)
            {
                throw new InvalidOperationException($"{declaration.Identity} version {declaration.Version} was acknowledged as record {sequence}, which is not it");
            }
        }

        if (_claims.FirstOrDefault(claim => !_findings.Has(claim)) is { } missing)
        {
            throw new InvalidOperationException($"{missing} was acknowledged and is not in the ledger");
        }
    }
}
