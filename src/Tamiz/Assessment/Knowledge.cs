using Tamiz.Formats.Lists;
using Tamiz.Intelligence;
using Tamiz.Reference;
using Tamiz.Screening;

namespace Tamiz.Assessment;

/// <summary>What is known besides history: tables, lists, reports, registers. Snapshots, fixed for a run.</summary>
public sealed record Knowledge
{
    /// <summary>Tables that declarations are checked against.</summary>
    public required ReferenceData Reference { get; init; }

    /// <summary>Rates of exchange to the home's currency.</summary>
    public required ExchangeRates Rates { get; init; }

    /// <summary>Watch lists.</summary>
    public NameIndex Names { get; init; } = new([]);

    /// <summary>Sources that should have been there and could not be read.</summary>
    public IReadOnlyList<string> MissingSources { get; init; } = [];

    /// <summary>Graded reports.</summary>
    public ReportIndex Reports { get; init; } = new([]);

    /// <summary>Trusted traders by importer id, each with the day from which it is authorised.</summary>
    public IReadOnlyDictionary<string, DateOnly> Trusted { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>Least rate of duties and taxes that is taken to be at stake, 0 to 1.</summary>
    public decimal MinimumRate { get; init; }

    /// <summary>When the declarations were received; "in the future" is measured from here.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>The lists, for <see cref="ListSnapshot.IsStaleOn"/>.</summary>
    public IReadOnlyList<ListSnapshot> Lists => Names.Lists;
}
