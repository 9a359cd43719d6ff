using Tamiz.Assessment;
using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>
/// Decides on live declarations as they come: gathered in order, weighed and drawn on any thread, selected in order, recorded in
/// groups. Where an office's day turns, what is under way is finished first, so that a day holds what was drawn on it.
/// </summary>
internal sealed class Deciding(LiveHome home, string by, int threads)
{
    private const int BatchSize = 256;
    private readonly OfficeDays _days = new(home);
    private readonly Acknowledgements _acknowledgements = new();
    private readonly SortedDictionary<string, long> _lanes = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];
    private Entering? _next;

    /// <summary>Called with each declaration once it is acknowledged.</summary>
    public Action<Receipt>? Acknowledged { get; init; }

    /// <summary>Declarations by the lane that they were given.</summary>
    public IReadOnlyDictionary<string, long> Lanes => _lanes;

    /// <summary>What kept settings from being used.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Declarations that amended an earlier version.</summary>
    public long Amendments { get; private set; }

    /// <summary>Decides on declarations in order.</summary>
    public void Run(IEnumerable<Entering> declarations)
    {
        using var source = declarations.GetEnumerator();
        _next = source.MoveNext() ? source.Current : null;
        while (_next is { } entering)
        {
            var now = Arrive(entering);
            Turn(entering.Entered.Declaration.Identity.Office, now);
            if (IsAmendment(entering))
            {
                Amend(entering, now);
                _next = source.MoveNext() ? source.Current : null;
            }
            else
            {
                RunSegment(source);
            }
        }
    }

    // A simulated home's time is that of the declarations.
    private Instant Arrive(Entering entering)
    {
        home.MoveClock(entering.Entered.Declaration.LodgedAt);
        return home.Now;
    }

    private bool IsAmendment(Entering entering) => entering.Entered.Declaration.Identity.Version > 1 && home.State.Known.Find(entering.Entered.Identity) is { Live: true };

    private void Turn(string office, Instant now)
    {
        if (_days.IsOpen(office, now) && !_days.AnyIsOver(now))
        {
            DemandWeights();
            return;
        }

        _days.CloseOver(now, "");
        new HomeActs(home).Renew(_diagnostics);
        DemandWeights();
        if (!_days.IsOpen(office, now))
        {
            _days.Open(office, _days.NextOf(office, now), "");
        }

        home.KeepMeanwhile();
    }

    // A decision must not say that it used weights which it could not use.
    private void DemandWeights()
    {
        if (home.State.UnusableWeights is { } problem)
        {
            throw new HomeException(ActDiagnostics.UnusableContent.At(problem.Where, problem.ToString()));
        }
    }

    private void RunSegment(IEnumerator<Entering> source)
    {
        var gathered = OrderedStage.Ahead(OrderedStage.Batch(Gather(source), BatchSize), threads);
        var weighed = OrderedStage.Map(gathered, batch => batch.ConvertAll(Weigh), threads);
        foreach (var batch in OrderedStage.Map(weighed.Select(Select), Encode, threads))
        {
            home.FlushPersons();
            foreach (var (decided, group) in batch)
            {
                _acknowledgements.Add(home.Log.Append(group), sequence => Acknowledge(decided.Entered, decided.Content, sequence, decided.Lane.Lane));
            }

            home.CheckpointWhenDue();
        }

        _acknowledgements.Wait();
    }

    /// <summary>Gathers until a day turns, or a later version comes: whether it amends one shows when those before it are recorded.</summary>
    private IEnumerable<Gathered> Gather(IEnumerator<Entering> source)
    {
        var any = false;
        while (_next is { } entering)
        {
            var office = entering.Entered.Declaration.Identity.Office;
            var now = Arrive(entering);
            if (!_days.IsOpen(office, now) || _days.AnyIsOver(now) || (any && entering.Entered.Declaration.Identity.Version > 1))
            {
                yield break;
            }

            any = true;

            var (day, key) = _days.KeyOf(office);
            var entered = entering.Entered with { At = now };
            var known = home.State.Course!.Gather(entered.Declaration, now);
            _next = source.MoveNext() ? source.Current : null;
            yield return new Gathered(entered, entering.Content, known, day, key);
        }
    }

    private Weighed Weigh(Gathered one)
    {
        var identity = one.Entered.Identity;
        return new Weighed(one.Entered, one.Content, AssessmentOf(one.Entered, one.Known), new DrawMade(one.Entered.At, by, identity, one.Entered.Declaration.Identity.Office, one.Day, Draw.Of(one.Key, identity)));
    }

    private List<Decided> Select(List<Weighed> batch) => batch.ConvertAll(one =>
    {
        var office = one.Drawn.Office;
        var decision = home.State.Course!.Select(Flow.Course.CandidateOf(one.Assessment, office, one.Drawn.Day), (one.Drawn.Drawn.Lane, one.Drawn.Drawn.Referral));
        var lane = LaneGiven.Of(one.Entered.At, by, one.Entered.Identity, one.Entered.Declaration.Identity.Version, decision);
        home.State.Note(office, lane, drawn: true);
        _lanes[lane.Lane] = _lanes.GetValueOrDefault(lane.Lane) + 1;
        return new Decided(one.Entered, one.Content, one.Assessment, one.Drawn, lane);
    });

    private static List<(Decided Decided, RecordGroup Group)> Encode(List<Decided> batch)
    {
        var scratch = new RecordWriter();
        return batch.ConvertAll(one => (one, RecordGroup.Of(scratch, one.Entered, one.Assessment, one.Drawn, one.Lane)));
    }

    private void Amend(Entering entering, Instant now)
    {
        var entered = entering.Entered with { At = now };
        var identity = entered.Declaration.Identity;
        var earlier = home.State.Known.Find(entered.Identity)!.Value.Version;
        var (draw, before) = home.State.Amend(entered.Identity) ?? throw new InvalidOperationException($"{entered.Identity} has no lane to amend");
        var assessment = AssessmentOf(entered, home.State.Course!.Gather(entered.Declaration, now));
        var decision = home.State.Course.Select(Flow.Course.CandidateOf(assessment, identity.Office, _days.KeyOf(identity.Office).Day), (draw.Lane, draw.Referral));
        var raised = Selecting.Raised(decision, before, Selecting.OrderOf(home.State.Course.Home.Policy, identity.Office));
        var lane = LaneGiven.Of(now, by, entered.Identity, identity.Version, raised);
        home.FlushPersons();
        var group = RecordGroup.Of(new RecordWriter(), entered, new DeclarationAmended(now, by, entered.Identity, earlier, identity.Version, Disclosed: true), assessment, lane);
        var sequence = home.Log.Append(group).GetAwaiter().GetResult();
        Acknowledge(entered, entering.Content, sequence, lane.Lane);
        home.State.Note(identity.Office, lane, drawn: false);
        _lanes[lane.Lane] = _lanes.GetValueOrDefault(lane.Lane) + 1;
        Amendments++;
    }

    private void Acknowledge(DeclarationEntered entered, ulong content, long sequence, string lane)
    {
        home.State.Note(entered, content, sequence);
        Acknowledged?.Invoke(new Receipt(entered.Identity, entered.Declaration.Identity.Version, sequence, lane));
    }

    private AssessmentMade AssessmentOf(DeclarationEntered entered, GatheredDeclaration known)
    {
        var course = home.State.Course!;
        var assessed = course.Assessor.Assess(known);
        return new AssessmentMade(
            entered.At, by, entered.Identity, entered.Declaration.Identity.Version,
            [.. known.Items.Select(item => course.Catalogue.Keep(item.Facts))],
            [.. known.Attached.Select(PseudonymousEvidence.Of)],
            known.Gaps,
            [.. assessed.Areas.Select(area => new WeighedArea(area.Area, area.Base, area.LogOdds, area.AtStake))]);
    }

    private readonly record struct Gathered(DeclarationEntered Entered, ulong Content, GatheredDeclaration Known, DateOnly Day, byte[] Key);

    private readonly record struct Weighed(DeclarationEntered Entered, ulong Content, AssessmentMade Assessment, DrawMade Drawn);

    private readonly record struct Decided(DeclarationEntered Entered, ulong Content, AssessmentMade Assessment, DrawMade Drawn, LaneGiven Lane);
}
