using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Programmes;
using Tamiz.Ledger;
using Tamiz.Storage.Ledger;

namespace Tamiz.Trials;

/// <summary>A simulated programme: 24 administrations in five regions over two rounds, with keys that a seed makes and figures that it draws.</summary>
public sealed class ProgrammeWorld : IDisposable
{
    /// <summary>The rounds.</summary>
    public static readonly IReadOnlyList<(string Id, DateOnly End)> Rounds = [("2025-1", new(2025, 6, 30)), ("2026-1", new(2026, 6, 30))];

    /// <summary>The day of the roll-up.</summary>
    public static readonly DateOnly Today = new(2026, 9, 1);

    // Two regions are so small that figures of theirs must not be shown.
    private static readonly (string Id, int Members)[] Regions = [("africa-east-south", 8), ("africa-west-central", 7), ("americas", 5), ("asia-pacific", 3), ("europe", 1)];

    private readonly Xorshift _chance;
    private readonly Dictionary<string, SigningKey> _keys = new(StringComparer.Ordinal);

    /// <summary>The world of a seed.</summary>
    public ProgrammeWorld(int seed)
    {
        _chance = new Xorshift(unchecked(((uint)seed + 1) * 2654435761u));
        foreach (var (region, members) in Regions)
        {
            for (var i = 0; i < members; i++)
            {
                var code = string.Create(CultureInfo.InvariantCulture, $"M{Codes.Count + 1:00}");
                Codes.Add(code);
                RegionOf[code] = region;
                _keys[code] = KeyOf($"{seed} {code}");
            }
        }

        _keys["stranger"] = KeyOf($"{seed} stranger");
        _keys["renewed"] = KeyOf($"{seed} renewed");
    }

    /// <summary>The members, in the programme's order.</summary>
    public IList<string> Codes { get; } = [];

    /// <summary>The region of a member.</summary>
    public IDictionary<string, string> RegionOf { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The member that has a new key from the first day of 2026 on.</summary>
    public string Renewing => Codes[2];

    /// <summary>A number from 0 to below another.</summary>
    public int Next(int below) => _chance.Next(below);

    /// <summary>The key with which a member signs on a day.</summary>
    public SigningKey KeyAt(string code, DateOnly day) => code == Renewing && day.Year >= 2026 ? _keys["renewed"] : _keys[code];

    /// <summary>Any key, by the code of whose it is; «stranger» for one of nobody.</summary>
    public SigningKey Key(string whose) => _keys[whose];

    /// <summary>members.yaml.</summary>
    public string Members()
    {
        var text = new StringBuilder("name: {es: \"Programa simulado\", fr: \"Programme simulé\", en: \"Simulated programme\", pt: \"Programa simulado\"}\noldestDays: 365\n");
        text.Append("regions:\n").AppendJoin("", Regions.Select(region => $"- id: {region.Id}\n"));
        text.Append("rounds:\n").AppendJoin("", Rounds.Select(round => $"- {{id: {round.Id}, end: {round.End:yyyy-MM-dd}}}\n")).Append("members:\n");
        foreach (var code in Codes)
        {
            text.Append(CultureInfo.InvariantCulture, $"- code: {code}\n  name: Administration {code}\n  region: {RegionOf[code]}\n  joined: 2024-01-01\n  keys:\n");
            text.Append(CultureInfo.InvariantCulture, $"  - {{fingerprint: \"{_keys[code].Id}\", from: 2024-01-01{(code == Renewing ? ", to: 2025-12-31" : "")}}}\n");
            if (code == Renewing)
            {
                text.Append(CultureInfo.InvariantCulture, $"  - {{fingerprint: \"{_keys["renewed"].Id}\", from: 2026-01-01}}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>An honest summary.</summary>
    /// <param name="code">The member.</param>
    /// <param name="round">Position of the round.</param>
    public Summary Honest(string code, int round)
    {
        var date = Rounds[round].End.AddDays(-_chance.Next(60));
        return new Summary(LedgerId.Of(SHA256.HashData(Encoding.ASCII.GetBytes(code))), KeyAt(code, date).Public.Info, code, $"Administration «{code}» \"\\ é", RegionOf[code], Rounds[round].Id, date,
            [.. Factor.All.Select(factor => Figures(factor, round).WithholdingSmall())]);
    }

    /// <summary>A file, signed with a key.</summary>
    public static byte[] Sign(Summary summary, SigningKey key)
    {
        var signed = SummaryForm.ToSigned(summary);
        var signature = new byte[PublicKey.SignatureSize];
        key.Sign(signed, signature);
        return SummaryForm.ToFile(signed, signature);
    }

    /// <summary>A file, signed with the key that it names.</summary>
    public byte[] Sign(Summary summary) => Sign(summary, _keys.Values.First(key => key.Id == summary.Key));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }

    private static SigningKey KeyOf(string seed)
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = SHA256.HashData(Encoding.UTF8.GetBytes("programme " + seed)) });
        return SigningKey.ReadPem(key.ExportPkcs8PrivateKeyPem());
    }

    private FactorFigures Figures(Factor factor, int round)
    {
        var (planned, underWay, done, stopped) = (_chance.Next(4), _chance.Next(4), _chance.Next(5) + round, _chance.Next(2));
        var (all, measured) = (3 + _chance.Next(3), _chance.Next(4));
        return new FactorFigures(
            factor,
            _chance.Next(12) == 0 ? null : new AgreedLevel((100 + (20 * round) + _chance.Next(250)) / 100m, 3 + _chance.Next(20)),
            _chance.Next(6) == 0 ? null : Survey(4 + _chance.Next(900)),
            _chance.Next(3) == 0 ? null : Survey(2 + _chance.Next(300)),
            _chance.Next(8) == 0 ? null : new ActionCounts(planned, underWay, done, stopped, Math.Min(_chance.Next(3), planned + underWay)),
            _chance.Next(8) == 0 ? null : new IndicatorCounts(_chance.Next(measured + 1), measured, all));
    }

    private SurveyIndex Survey(int persons)
    {
        var index = 2000 + _chance.Next(6000);
        var half = 100 + _chance.Next(900);
        return new SurveyIndex(index / 100m, (index - half) / 100m, (index + half) / 100m, persons);
    }
}
