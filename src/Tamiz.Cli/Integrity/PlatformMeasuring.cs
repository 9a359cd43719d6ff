using Tamiz.Integrity.Assessments;
using Tamiz.Ledger;
using Tamiz.Storage.Homes;
using Tamiz.Verifier;

namespace Tamiz.Cli.Integrity;

/// <summary>Counts in a home's ledger what the platform's evidence is made of.</summary>
internal sealed class PlatformMeasuring
{
    private readonly HashSet<string> _selected = new(StringComparer.Ordinal);
    private readonly HashSet<string> _overridden = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withResult = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Identity, int Item), FindingStatus> _findings = [];
    private readonly Dictionary<string, long> _inspectors = new(StringComparer.Ordinal);
    private (long Contents, long BySecond, long Opened, long Closed, long Lanes, long Mandatory, long SignIns, long Refused) _count;

    private PlatformMeasuring()
    {
    }

    /// <summary>Counts.</summary>
    /// <exception cref="LedgerException">A batch is damaged (TZ1602).</exception>
    public static PlatformCounts Of(HomeView home)
    {
        var measuring = new PlatformMeasuring();
        var release = home.State.Course?.Home.Policy.ReleaseLane;
        foreach (var entry in home.Ledger.Read())
        {
            measuring.Take(entry.Read(), entry.Batch, release);
        }

        var request = new VerificationRequest(Path.Combine(home.Folder, "ledger"), Path.Combine(home.Folder, "keys", "key-1.public.pem"));
        return measuring.Counts(home.Ledger.Records, request.Problem() is null && Verification.Run(request).IsFine);
    }

    private void Take(LedgerRecord record, long batch, string? release)
    {
        switch (record)
        {
            case ContentProposed content when batch == 0 && content.Kind != HomeState.CatalogueKind: _count.Contents++; break;
            case ContentApproved { Granted: true }: (_count.Contents, _count.BySecond) = (_count.Contents + 1, _count.BySecond + 1); break;
            case DayOpened: _count.Opened++; break;
            case DayClosed: _count.Closed++; break;
            case LaneGiven lane: Take(lane, release); break;
            case LaneOverridden lane: _overridden.Add(lane.Identity); break;
            case FindingEntered finding: (_findings[(finding.Identity, finding.Item)], _) = (finding.Status, _withResult.Add(finding.Identity)); break;
            case SignedIn signIn: (_count.SignIns, _count.Refused) = (_count.SignIns + 1, _count.Refused + (signIn.Granted ? 0 : 1)); break;
            case InspectorAssigned assigned: _inspectors[assigned.Inspector] = _inspectors.GetValueOrDefault(assigned.Inspector) + 1; break;
            default: break; // Nothing that an indicator counts.
        }
    }

    private void Take(LaneGiven lane, string? release)
    {
        _count.Lanes++;
        _count.Mandatory += lane.Mandatory.Length > 0 ? 1 : 0;
        if (lane.Lane != release)
        {
            _selected.Add(lane.Identity);
        }
    }

    private PlatformCounts Counts(long records, bool verified) => new()
    {
        Contents = (_count.Contents, _count.BySecond),
        Days = (_count.Opened, _count.Closed),
        Lanes = _count.Lanes,
        Overrides = _overridden.Count,
        Automated = Math.Max(0, _count.Lanes - _count.Mandatory - _overridden.Count),
        Log = (records, verified),
        Controls = (_selected.Count, _selected.Count(_withResult.Contains)),
        Findings = (_findings.Count, _findings.Values.Count(status => status == FindingStatus.Appealed), _findings.Values.Count(status => status == FindingStatus.Overturned)),
        SignIns = (_count.SignIns, _count.Refused),
        Workload = _inspectors.Values,
    };
}
