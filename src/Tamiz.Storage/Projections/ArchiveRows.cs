using System.Globalization;
using Tamiz.Assessment;
using Tamiz.Ledger;
using Tamiz.Storage.Archive;
using Tamiz.Storage.Persons;

namespace Tamiz.Storage.Projections;

/// <summary>Makes the archive's rows of a declaration, one an item.</summary>
internal sealed class ArchiveRows
{
    private readonly Utf8Text _text = new();
    private double[] _unknown = [];

    /// <summary>Adds the rows of a declaration.</summary>
    /// <param name="to">Receives them.</param>
    /// <param name="step">The declaration's record and what was decided about it.</param>
    /// <param name="entered">The same record.</param>
    /// <param name="receivedAt">When it counts as received.</param>
    /// <param name="facts">How many facts an item has.</param>
    /// <exception cref="HomeException">The assessment stores another number of facts (TZ1764).</exception>
    public void Add(List<ArchiveRow> to, LedgerStep step, DeclarationEntered entered, Instant receivedAt, int facts)
    {
        var decision = step.Decision;
        var (lane, main) = (decision?.Lane, decision?.Main);
        var evidence = EvidenceOf(decision?.Assessment?.Attached ?? []);
        var (declaration, parties) = (entered.Declaration, entered.Parties);
        for (var item = 0; item < declaration.Items.Count; item++)
        {
            to.Add(new ArchiveRow(step.Sequence, receivedAt, declaration, declaration.Items[item], FactsOf(step, item, facts))
            {
                Live = entered.Live,
                Declarant = PseudonymsOf(parties.Declarant),
                Importer = PseudonymsOf(parties.Importer),
                Exporter = PseudonymsOf(parties.Exporter),
                Carrier = PseudonymsOf(parties.Carrier),
                Lane = lane?.Lane,
                Basis = lane is null ? null : Enum.GetName(lane.Basis),
                Area = main?.Area,
                Risk = main?.Risk ?? double.NaN,
                AtStake = main?.AtStake ?? double.NaN,
                Expected = main?.Expected ?? double.NaN,
                Inclusion = lane?.Inclusion ?? double.NaN,
                Referral = lane?.Referral ?? false,
                Evidence = evidence,
            });
        }
    }

    // What was not assessed, as imported history, has none of the facts.
    private double[] FactsOf(LedgerStep step, int item, int count)
    {
        var facts = step.Decision?.Assessment is { } made && item < made.Facts.Count ? made.Facts[item] : Unknown(count);
        return facts.Length == count
            ? facts
            : throw new HomeException(ProjectionDiagnostics.FactsUnnamed.At(
                new Place("archive", Field: string.Create(CultureInfo.InvariantCulture, $"record {step.Sequence}")), $"{facts.Length} facts", $"{count} facts, as the catalogue names"));
    }

    private double[] Unknown(int count)
    {
        if (_unknown.Length != count)
        {
            _unknown = new double[count];
            Array.Fill(_unknown, double.NaN);
        }

        return _unknown;
    }

    private string? EvidenceOf(IReadOnlyList<AttachedEvidence> attached)
    {
        if (attached.Count == 0)
        {
            return null;
        }

        _text.CutTo(0);
        foreach (var evidence in attached)
        {
            _text.Append(_text.Length == 0 ? ""u8 : " "u8);
            _text.Append(evidence.Code);
            _text.Append(evidence.Weight < 0 ? ""u8 : "+"u8);
            _text.AppendFixed(evidence.Weight, 3);
        }

        return _text.ToString();
    }

    private static Pseudonyms PseudonymsOf(PartyRef? party) => new(party?.Identifier?.Value, party?.Person?.Value);
}
