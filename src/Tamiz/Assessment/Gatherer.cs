using System.Globalization;
using Tamiz.Declarations;
using Tamiz.Declarations.Checks;
using Tamiz.Facts;
using Tamiz.Formats.Lists;
using Tamiz.History;
using Tamiz.Intelligence;
using Tamiz.Screening;

namespace Tamiz.Assessment;

/// <summary>
/// Collects what is known about each declaration at its instant, and adds the declaration to history. Called in the order of
/// (instant, identity). Not for several threads.
/// </summary>
public sealed class Gatherer
{
    private readonly FactCatalogue _catalogue;
    private readonly HistoryStore _history;
    private readonly Knowledge _knowledge;
    private readonly NameCache _names;
    private readonly FactRows? _rows;
    private readonly double _minimumRate;
    private readonly List<Diagnostic> _found = [];
    private readonly List<ReportMatch> _matches = [];
    private readonly Dictionary<DateOnly, IReadOnlyList<Gap>> _sourceGaps = [];

    /// <summary>A gatherer over a history.</summary>
    /// <param name="catalogue">The facts.</param>
    /// <param name="history">The history, which each declaration is added to.</param>
    /// <param name="knowledge">What is known besides.</param>
    /// <param name="rows">Rows to use again, where the host gives them back; null for new ones.</param>
    public Gatherer(FactCatalogue catalogue, HistoryStore history, Knowledge knowledge, FactRows? rows = null)
    {
        _catalogue = catalogue;
        _history = history;
        _knowledge = knowledge;
        _rows = rows;
        _names = new NameCache(knowledge.Names);
        _minimumRate = (double)knowledge.MinimumRate;
    }

    /// <summary>Collects the facts of a declaration as of its instant, then lets history observe it.</summary>
    /// <param name="declaration">As lodged.</param>
    /// <param name="learn">Whether its findings may reach history when they become known; false for a judged file.</param>
    public GatheredDeclaration Gather(Declaration declaration, bool learn) =>
        Gather(declaration, declaration.LodgedAt, _knowledge.ReceivedAt, learn);

    /// <summary>
    /// Collects the facts of a declaration as of the instant at which it entered the home, which is also what "in the future" is measured
    /// from, then lets history observe it. Days are still those of lodgement; findings that it carries are ignored.
    /// </summary>
    /// <param name="declaration">As lodged.</param>
    /// <param name="asOf">When it entered.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the one already reached.</exception>
    public GatheredDeclaration Gather(Declaration declaration, Instant asOf) => Gather(declaration, asOf, asOf, learn: false);

    /// <summary>Lets history observe a declaration as <see cref="Gather(Declaration, Instant)"/> does, and collects nothing.</summary>
    /// <param name="declaration">As lodged.</param>
    /// <param name="asOf">When it entered.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the one already reached.</exception>
    public void Observe(Declaration declaration, Instant asOf)
    {
        _history.MoveTo(asOf);
        foreach (var item in declaration.Items)
        {
            _history.Visit(declaration, item, Observed(declaration, item, ValueOf(declaration, item), null));
        }
    }

    /// <summary>
    /// Lets a finding on a declaration that was observed earlier reach history: when the instant at which it entered the home has passed,
    /// and the one at which it became known, if that is later. An earlier finding on the same item, or on the whole declaration, is taken back.
    /// </summary>
    /// <param name="declaration">As lodged.</param>
    /// <param name="item">Sequence of the item; 0 for all of them.</param>
    /// <param name="finding">What the control found.</param>
    /// <param name="asOf">When it entered.</param>
    /// <returns>How many items it is about; 0 where the declaration has no such item.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the one already reached.</exception>
    public int Learn(Declaration declaration, int item, Finding finding, Instant asOf)
    {
        Unlearn(declaration.Identity.WithoutVersion(), item, asOf);
        var learnt = 0;
        foreach (var one in declaration.Items)
        {
            if (item == 0 || one.Sequence == item)
            {
                _history.Learn(declaration, one, Observed(declaration, one, ValueOf(declaration, one), finding), ofItem: item != 0);
                learnt++;
            }
        }

        return learnt;
    }

    /// <summary>Takes back what a finding taught (<see cref="Learn"/>), when the instant at which that is told has passed.</summary>
    /// <param name="identity">The declaration's identity, without the version.</param>
    /// <param name="item">Sequence of the item; 0 for a finding on the whole declaration.</param>
    /// <param name="asOf">When that entered the home.</param>
    /// <returns>How many items had taught something.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the one already reached.</exception>
    public int Unlearn(string identity, int item, Instant asOf)
    {
        _history.MoveTo(asOf);
        return _history.Unlearn(identity, item);
    }

    private GatheredDeclaration Gather(Declaration declaration, Instant at, Instant receivedAt, bool learn)
    {
        _history.MoveTo(at);
        var diagnostics = Check(declaration, receivedAt);
        var items = new GatheredItem[declaration.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = GatherItem(declaration, declaration.Items[i], diagnostics, learn);
        }

        var gaps = SourceGaps(declaration.LodgedOn);
        var attached = Attach(declaration, ref gaps);
        return new GatheredDeclaration(declaration, items, attached, gaps, diagnostics);
    }

    private Diagnostic[] Check(Declaration declaration, Instant receivedAt)
    {
        _found.Clear();
        DeclarationChecks.Run(declaration, _knowledge.Reference, receivedAt, _found);
        return _found.Count == 0 ? [] : [.. _found];
    }

    private GatheredItem GatherItem(Declaration declaration, Item item, Diagnostic[] diagnostics, bool learn)
    {
        var value = ValueOf(declaration, item);
        var observed = Observed(declaration, item, value, learn ? item.Finding : null);
        var known = _history.Visit(declaration, item, observed);
        var facts = _rows?.Rent(_catalogue.Facts.Count) ?? new double[_catalogue.Facts.Count];
        FillHistory(facts, known.Keys, observed.Day);
        facts[_catalogue.OverallSlot] = _history.OverallChecked;
        facts[_catalogue.OverallSlot + 1] = _history.OverallHits;
        FillPrice(facts, _catalogue.PriceSlot, observed.PricePerKilogram, known.PricePerKilogram);
        FillPrice(facts, _catalogue.PriceSlot + FactCatalogue.PerPrice, observed.PricePerUnit, known.PricePerUnit);
        FillValue(facts, declaration, item, value, known.Price);
        FillChecks(facts, diagnostics);
        return new GatheredItem(declaration, item, facts);
    }

    private ObservedItem Observed(Declaration declaration, Item item, decimal? value, Finding? finding)
    {
        var price = item.Price is { } money && item.CustomsValue is not null ? _knowledge.Rates.Convert(money, declaration.LodgedOn) ?? value : value;
        return new(DayNumber(declaration.LodgedOn), Over(price, item.NetMass?.Kilograms), Over(price, item.SupplementaryQuantity), finding);
    }

    private decimal? ValueOf(Declaration declaration, Item item)
    {
        var money = item.CustomsValue ?? item.Price;
        return money is { } amount ? _knowledge.Rates.Convert(amount, declaration.LodgedOn) : null;
    }

    private static double Over(decimal? amount, decimal? quantity) =>
        amount is > 0 && quantity is > 0 ? (double)amount.Value / (double)quantity.Value : double.NaN;

    private static int DayNumber(DateOnly date) => date.DayNumber - 719_162;

    private static void FillHistory(double[] facts, ReadOnlySpan<KeyReading> keys, int day)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            ref readonly var key = ref keys[i];
            var into = facts.AsSpan(i * FactCatalogue.PerKey, FactCatalogue.PerKey);
            if (!key.IsStated)
            {
                into.Fill(double.NaN);
                continue;
            }

            into[6] = key.Items == 0 ? 0 : Math.Max(0, day - key.FirstDay);
            into[5] = key.Items;
            into[4] = key.Hits;
            into[3] = key.Checked;
            into[2] = key.ParentRate;
            into[1] = key.Rate;
            into[0] = key.LogOdds - key.ParentLogOdds;
        }
    }

    private static void FillPrice(double[] facts, int slot, double price, PriceReference? reference)
    {
        facts[slot] = price;
        if (reference is not { } known)
        {
            facts.AsSpan(slot + 1, FactCatalogue.PerPrice - 1).Fill(double.NaN);
            return;
        }

        facts[slot + 1] = known.Deviation;
        facts[slot + 2] = known.Low;
        facts[slot + 3] = known.Median;
        facts[slot + 4] = known.High;
        facts[slot + 5] = known.Below;
        facts[slot + 6] = known.Count;
    }

    private void FillValue(double[] facts, Declaration declaration, Item item, decimal? value, PriceReference? reference)
    {
        var rate = item.DutyRatePercent is { } percent ? (double)percent / 100 : double.NaN;
        var declared = value is { } amount ? Math.Max(0, (double)amount) : double.NaN;
        var expected = reference is { } known && known.Deviation < -0.8 ? declared / known.Price * known.Median : declared;
        facts[_catalogue.ValueSlot] = declared;
        facts[_catalogue.RateSlot] = rate * 100;
        facts[_catalogue.StakeSlot] = expected * Math.Max(double.IsNaN(rate) ? 0 : rate, _minimumRate);
        facts[_catalogue.TrustedSlot] = declaration.Importer?.Id is { } id
            ? _knowledge.Trusted.TryGetValue(id, out var since) && since <= declaration.LodgedOn ? 1 : 0
            : double.NaN;
    }

    private void FillChecks(double[] facts, Diagnostic[] diagnostics)
    {
        facts.AsSpan(_catalogue.FirstCheckSlot).Clear();
        foreach (var diagnostic in diagnostics)
        {
            for (var rule = 0; rule < DeclarationChecks.Rules.Count; rule++)
            {
                if (ReferenceEquals(DeclarationChecks.Rules[rule], diagnostic.Rule))
                {
                    facts[_catalogue.FirstCheckSlot + rule]++;
                }
            }
        }
    }

    /// <summary>Sources that are missing, stale or not out yet on a day; one list a day, shared.</summary>
    private IReadOnlyList<Gap> SourceGaps(DateOnly day)
    {
        if (!_sourceGaps.TryGetValue(day, out var gaps))
        {
            gaps =
            [
                .. _knowledge.MissingSources.Select(source => new Gap("source.missing", source, "")),
                .. _knowledge.Lists.Where(list => list.IsStaleOn(day)).Select(list => new Gap("source.stale", list.Id, list.AsOf.ToString("O", CultureInfo.InvariantCulture))),
                .. _knowledge.Lists.Where(list => list.AsOf > day).Select(list => new Gap("source.later", list.Id, list.AsOf.ToString("O", CultureInfo.InvariantCulture))),
            ];
            _sourceGaps.Add(day, gaps);
        }

        return gaps;
    }

    private IReadOnlyList<AttachedEvidence> Attach(Declaration declaration, ref IReadOnlyList<Gap> gaps)
    {
        List<AttachedEvidence>? attached = null;
        Screen(declaration, "importer.name", declaration.Importer?.Name, ref attached);
        Screen(declaration, "exporter.name", declaration.Exporter?.Name, ref attached);
        Screen(declaration, "declarant.name", declaration.Declarant?.Name, ref attached);
        Screen(declaration, "carrier.name", declaration.Carrier?.Name, ref attached);
        Screen(declaration, "declaration.transportName", declaration.TransportName, ref attached);
        _matches.Clear();
        _knowledge.Reports.Match(declaration, _matches);
        foreach (var match in _matches)
        {
            if (match.MissingField is { } field)
            {
                gaps = [.. gaps, new Gap("report.notEvaluated", match.Report.Id, field)];
            }
            else
            {
                (attached ??= []).Add(FromReport(match.Report));
            }
        }

        return attached ?? (IReadOnlyList<AttachedEvidence>)[];
    }

    private void Screen(Declaration declaration, string field, string? name, ref List<AttachedEvidence>? attached)
    {
        if (name is null || _names.Index.Count == 0)
        {
            return;
        }

        foreach (var hit in _names.Find(name))
        {
            if (hit.List.KnownOn(hit.Entry, declaration.LodgedOn))
            {
                (attached ??= []).Add(FromHit(hit, field, name));
            }
        }
    }

    private static AttachedEvidence FromHit(NameHit hit, string field, string name) => new(
        $"list.{hit.List.Id}.{hit.Entry.Id}.{field}", "list", EvidenceFamily.OpenSource, hit.List.Area,
        hit.Name.Kind == ListNameKind.WeakAlias ? hit.List.Weight / 2 : hit.List.Weight,
        $"{hit.List.Id} {hit.List.AsOf:O} sha256:{hit.List.Hash[..12]}", $"list.{hit.Entry.Names[0].Text}")
    {
        Mandatory = hit.List.Mandatory,
        Arguments =
        [
            new("field", ArgumentKind.Word, 0, field),
            new("value", ArgumentKind.Text, 0, name),
            new("list", ArgumentKind.Text, 0, hit.List.Id),
            new("entry", ArgumentKind.Text, 0, hit.Entry.Id),
            new("name", ArgumentKind.Text, 0, hit.Name.Text),
            new("programme", ArgumentKind.Text, 0, string.Join(", ", hit.Entry.Programmes)),
            new("publisher", ArgumentKind.Text, 0, hit.List.Publisher),
        ],
    };

    private static AttachedEvidence FromReport(Report report) => new(
        "report." + report.Id, "report", EvidenceFamily.Intelligence, report.Area, report.Grade.Weight, report.Id, report.Origin)
    {
        Mandatory = report.MustControl,
        Arguments =
        [
            new("report", ArgumentKind.Text, 0, report.Id),
            new("grade", ArgumentKind.Text, 0, report.Grade.ToString()),
            new("fields", ArgumentKind.Word, 0, string.Join(", ", report.When.Select(condition => condition.Field.Id))),
        ],
    };
}
