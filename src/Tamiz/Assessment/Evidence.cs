using Tamiz.Facts;

namespace Tamiz.Assessment;

/// <summary>A reason: what it is, what it adds to the log-odds, and where it comes from. Words are made from it in any language.</summary>
public sealed record Evidence
{
    /// <summary>Code of the indicator, list or report.</summary>
    public required string Code { get; init; }

    /// <summary>Code of its words.</summary>
    public required string Phrase { get; init; }

    /// <summary>Family of evidence.</summary>
    public required EvidenceFamily Family { get; init; }

    /// <summary>Calibrated log-odds that it adds; negative where it lowers the risk.</summary>
    public required double Contribution { get; init; }

    /// <summary>Where it was read: a snapshot, a report, or the administration's own history.</summary>
    public required string Source { get; init; }

    /// <summary>What it goes back to; of one origin only the strongest counts.</summary>
    public required string Origin { get; init; }

    /// <summary>Slot of the fact behind it; -1 for attached evidence and for what the other items add.</summary>
    public int Slot { get; init; } = -1;

    /// <summary>The item that it was read from; null where it is about the whole declaration.</summary>
    public GatheredItem? Item { get; init; }

    /// <summary>What its words mention.</summary>
    public IReadOnlyList<Argument> Arguments => Describe?.Invoke(Item!) ?? Stated;

    internal Func<GatheredItem, IReadOnlyList<Argument>>? Describe { get; init; }

    internal IReadOnlyList<Argument> Stated { get; init; } = [];

    /// <summary>The reason in words.</summary>
    public string Say(Phrasebook words)
    {
        var arguments = Arguments;
        var text = words["evidence." + Phrase];
        text = text.Replace("{and}", arguments.Any(argument => argument.Name == "field2") ? words["explain.and"] : "", StringComparison.Ordinal);
        foreach (var argument in arguments)
        {
            text = text.Replace("{" + argument.Name + "}", argument.Say(words), StringComparison.Ordinal);
        }

        return text;
    }
}
