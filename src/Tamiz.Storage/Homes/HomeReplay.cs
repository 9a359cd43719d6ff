using System.Security.Cryptography;
using Tamiz.Assessment;
using Tamiz.Facts;
using Tamiz.Flow;
using Tamiz.Ledger;
using Tamiz.Selection;

namespace Tamiz.Storage.Homes;

/// <summary>
/// Recomputes the decisions of a home from what its ledger stores: the risks from the facts, the lane from the risks, the draw and
/// all that was selected before. Deep, the facts too, from the declarations.
/// </summary>
/// <param name="home">The home.</param>
/// <param name="deep">Whether facts are made anew.</param>
/// <param name="threads">Threads; the result is the same for any number.</param>
public sealed class HomeReplay(HomeView home, bool deep, int threads)
{
    private const int BatchSize = 256;
    private const int MostNamed = 100;

    /// <summary>Recomputes decisions.</summary>
    /// <param name="identity">Identity of the declaration, without the version; null for all.</param>
    public ReplayOutcome Run(string? identity)
    {
        var differences = new List<Diagnostic>();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = new byte[Hash.Size];
        long decisions = 0, differing = 0, unknowable = 0;
        var all = OrderedStage.Batch(Recomputed().Where(one => identity is null || one.Stored.Lane.Identity == identity), BatchSize);
        foreach (var batch in OrderedStage.Map(all, batch => batch.ConvertAll(Compare), threads))
        {
            foreach (var (found, erased, made) in batch)
            {
                decisions++;
                unknowable += erased ? 1 : 0;
                differing += found.Count > 0 ? 1 : 0;
                made.CopyTo(bytes);
                digest.AppendData(bytes);
                differences.AddRange(found.Take(MostNamed - differences.Count));
            }
        }

        return new ReplayOutcome(decisions, differing, unknowable, new Hash(digest.GetHashAndReset()), differences);
    }

    /// <summary>The decisions of the home, each with what selection gives anew; in the ledger's order.</summary>
    public IEnumerable<(StoredDecision Stored, LaneDecision Lane, GatheredDeclaration? Known, Course Course)> Recomputed()
    {
        var made = new Queue<(StoredDecision, LaneDecision, GatheredDeclaration?, Course)>();
        GatheredDeclaration? known = null;
        HomeState? state = null;
        state = new HomeState(home.ReadContent, home.Find, home.Read)
        {
            OnGathered = deep ? (_, gathered, _) => known = gathered : null,
            OnDecision = (stored, lane, _) => made.Enqueue((stored, lane, known, state!.Course!)),
        };
        foreach (var entry in home.Ledger.Read())
        {
            state.Apply(entry);
            while (made.TryDequeue(out var one))
            {
                yield return one;
            }
        }
    }

    private (IReadOnlyList<Diagnostic> Found, bool Erased, Hash Made) Compare((StoredDecision Stored, LaneDecision Lane, GatheredDeclaration? Known, Course Course) one)
    {
        var (stored, lane, known, course) = one;
        var found = new List<Diagnostic>();
        var expected = course.Catalogue.Stored.Count;
        if (stored.Assessment.Facts.Any(facts => facts.Length != expected))
        {
            return ([ActDiagnostics.OtherCatalogue.At(PlaceOf(stored, "facts"), $"{stored.Assessment.Facts[0].Length} facts", $"{expected} facts")], false, default);
        }

        var assessed = course.Assessor.Assess(stored.Gathered(home.Find, course));
        CompareAreas(stored, assessed, found);
        var again = LaneGiven.Of(stored.Lane.At, stored.Lane.By, stored.Lane.Identity, stored.Lane.DeclarationVersion, lane);
        if (again != stored.Lane)
        {
            found.Add(Differs(stored, "lane", $"{stored.Lane.Lane} ({stored.Lane.Basis}, value {stored.Lane.Value:R})", $"{again.Lane} ({again.Basis}, value {again.Value:R})"));
        }

        var erased = known is not null && IsErased(stored);
        if (known is not null)
        {
            CompareFacts(stored, known, course.Catalogue, found);
            CompareEvidence(stored, known, erased, found);
        }

        return (found, erased, DigestOf(Made(stored, assessed, known, erased, course.Catalogue), again));
    }

    /// <summary>The assessment as it would be recorded now; what is not made anew is taken as stored.</summary>
    private static AssessmentMade Made(StoredDecision stored, AssessedDeclaration assessed, GatheredDeclaration? known, bool erased, FactCatalogue catalogue)
    {
        var made = stored.Assessment with { Areas = [.. assessed.Areas.Select(area => new WeighedArea(area.Area, area.Base, area.LogOdds, area.AtStake))] };
        return known is null ? made : made with
        {
            Facts = [.. known.Items.Select(item => catalogue.Keep(item.Facts))],
            Attached = erased ? made.Attached : [.. known.Attached.Select(PseudonymousEvidence.Of)],
            Gaps = known.Gaps,
        };
    }

    /// <summary>SHA-256 over the canonical bytes of a decision: its assessment, then its lane.</summary>
    /// <param name="assessment">What was weighed.</param>
    /// <param name="lane">The lane given.</param>
    public static Hash DigestOf(AssessmentMade assessment, LaneGiven lane)
    {
        var writer = new RecordWriter();
        assessment.Write(writer);
        lane.Write(writer);
        return Hash.Of(writer.Written);
    }

    private void CompareAreas(StoredDecision stored, AssessedDeclaration assessed, List<Diagnostic> found)
    {
        var weighed = stored.Assessment.Areas;
        if (weighed.Count != assessed.Areas.Count)
        {
            found.Add(Differs(stored, "areas", string.Join(", ", weighed.Select(area => area.Area)), string.Join(", ", assessed.Areas.Select(area => area.Area))));
            return;
        }

        for (var i = 0; i < weighed.Count; i++)
        {
            var (area, again) = (weighed[i], assessed.Areas[i]);
            Compare(stored, $"{area.Area}.base", area.Base, again.Base, found);
            Compare(stored, $"{area.Area}.logOdds", area.LogOdds, again.LogOdds, found);
            Compare(stored, $"{area.Area}.atStake", area.AtStake, again.AtStake, found);
        }
    }

    private void CompareFacts(StoredDecision stored, GatheredDeclaration known, FactCatalogue catalogue, List<Diagnostic> found)
    {
        var names = catalogue.Stored.Select(fact => fact.Id).ToArray();
        for (var item = 0; item < stored.Assessment.Facts.Count; item++)
        {
            var again = catalogue.Keep(known.Items[item].Facts);
            for (var i = 0; i < again.Length; i++)
            {
                Compare(stored, $"{names[i]}[{stored.Entered.Declaration.Items[item].Sequence}]", stored.Assessment.Facts[item][i], again[i], found);
            }
        }
    }

    private void CompareEvidence(StoredDecision stored, GatheredDeclaration known, bool erased, List<Diagnostic> found)
    {
        static string Text(AttachedEvidence evidence) => $"{evidence.Code} {evidence.Area} {evidence.Weight:R} {evidence.Source} {evidence.Origin} {evidence.Mandatory}";
        var then = string.Join('\n', stored.Assessment.Attached.Select(Text));
        var again = string.Join('\n', known.Attached.Select(PseudonymousEvidence.Of).Select(Text));
        if (then != again && !erased)
        {
            found.Add(Differs(stored, "evidence", then, again));
        }

        if (!stored.Assessment.Gaps.SequenceEqual(known.Gaps))
        {
            found.Add(Differs(stored, "gaps", string.Join(", ", stored.Assessment.Gaps), string.Join(", ", known.Gaps)));
        }
    }

    private bool IsErased(StoredDecision stored)
    {
        var parties = stored.Entered.Parties;
        return new[] { parties.Declarant, parties.Importer, parties.Exporter, parties.Carrier }
            .Any(party => party is { Person: not null } && home.Find(party.Value) is { Name: null, Address: null, Country: null } gone
                && gone.Id == party.Value.Identifier?.ToString());
    }

    private void Compare(StoredDecision stored, string field, double then, double again, List<Diagnostic> found)
    {
        if (BitConverter.DoubleToInt64Bits(then) != BitConverter.DoubleToInt64Bits(again) && !(double.IsNaN(then) && double.IsNaN(again)))
        {
            found.Add(Differs(stored, field, then.ToString("R", System.Globalization.CultureInfo.InvariantCulture), again.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    private Diagnostic Differs(StoredDecision stored, string field, string then, string again) =>
        ActDiagnostics.ReplayDiffers.At(PlaceOf(stored, field), then, again);

    private Place PlaceOf(StoredDecision stored, string field) => new(home.Folder, 0, 0, $"{stored.Lane.Identity} {field}");
}
