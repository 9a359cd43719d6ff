using Tamiz.Declarations;
using Tamiz.Flow;
using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>
/// Brings the declarations of files into a home. History is entered with its findings and gets no lane; live declarations are
/// assessed as they come, drawn and given a lane. What is acknowledged when a run breaks off stays, and is known when it is run again.
/// </summary>
/// <param name="home">The home.</param>
/// <param name="by">Who imports; empty for an interface.</param>
/// <param name="threads">Threads for reading, weighing and encoding; lanes are the same for any number.</param>
public sealed class HomeImport(LiveHome home, string by, int threads)
{
    private readonly RecordWriter _scratch = new();
    private (DeclarationEntered Entered, ulong Content)? _sighted;
    private EnteringHistory? _entering;

    /// <summary>Called with each declaration once it is acknowledged, in the ledger's order; null for nobody.</summary>
    public Action<Receipt>? Acknowledged { get; init; }

    /// <summary>Enters declarations of the past, with what was found.</summary>
    public ImportOutcome History(InputSet input, string? quarantine, Action<Diagnostic> say) => Run(input, quarantine, say, live: false, declarations =>
    {
        _entering = new EnteringHistory(home, by, threads) { Acknowledged = Acknowledged };
        _entering.Run(declarations.Select(lodged => Sighted(lodged.Declaration, live: false)));
        return (new Dictionary<string, long>(), 0);
    });

    /// <summary>Enters declarations as they come, and decides on each.</summary>
    public ImportOutcome Live(InputSet input, string? quarantine, Action<Diagnostic> say) => Run(input, quarantine, say, live: true, declarations =>
    {
        var deciding = new Deciding(home, by, threads) { Acknowledged = Acknowledged };
        deciding.Run(declarations.Select(lodged => Sighted(lodged.Declaration, live: true)));
        deciding.Diagnostics.ToList().ForEach(say);
        return (deciding.Lanes, deciding.Amendments);
    });

    private ImportOutcome Run(
        InputSet input, string? quarantinePath, Action<Diagnostic> say, bool live, Func<IEnumerable<LodgedDeclaration>, (IReadOnlyDictionary<string, long> Lanes, long Amendments)> take)
    {
        // Once over everything, so that files that are not in order are sorted before anything is entered.
        input.Run(static (declarations, _, _) => declarations.LongCount(), null, static _ => { });
        return input.Run(
            (declarations, tally, quarantine) =>
            {
                var (lanes, amendments) = take(declarations);
                return new ImportOutcome(tally, lanes, _entering?.Findings ?? 0, amendments, quarantine.Keep());
            },
            quarantinePath, say, declaration => Sight(declaration, live));
    }

    private Sighting Sight(Declaration declaration, bool live)
    {
        var (entered, content) = Enter(declaration, live);
        var sighting = home.State.Known.Sight(entered, content);
        if (sighting == Sighting.New)
        {
            _sighted = (entered, content);
        }
        else if (sighting == Sighting.Same)
        {
            // History that is known may come again with what was found meanwhile.
            _entering?.ComeAgain(entered);
        }

        return sighting;
    }

    private Entering Sighted(Declaration declaration, bool live)
    {
        var (entered, content) = _sighted is { } known && ReferenceEquals(known.Entered.Declaration, declaration) ? known : Enter(declaration, live);
        return new Entering(entered, content);
    }

    private (DeclarationEntered Entered, ulong Content) Enter(Declaration declaration, bool live)
    {
        var entered = new DeclarationEntered(Instant.Earliest, by, live, declaration, DeclarationParties.Of(declaration, home.Refer));
        return (entered, KnownDeclarations.ContentOf(entered, _scratch));
    }
}
