using Tamiz.Facts;

namespace Tamiz.Assessment;

/// <summary>A reason: what it is, what it adds to the log-odds, and where it comes from. Words are made from it in any language.</summary>
public readonly struct Evidence
{
    // An Indicator or an AttachedEvidence: one place for both keeps a reason at three words.
    private readonly object _reason;

    internal Evidence(Indicator indicator, GatheredItem item, double contribution)
    {
        _reason = indicator;
        Item = item;
        Contribution = contribution;
    }

    internal Evidence(AttachedEvidence attached, double contribution)
    {
        _reason = attached;
        Contribution = contribution;
    }

    /// <summary>Code of the indicator, list or report.</summary>
    public string Code => Indicator?.Code ?? Attached.Code;

    /// <summary>Code of its words.</summary>
    public string Phrase => Indicator is not { } indicator ? Attached.Phrase
        : indicator.Phrase == "findings" ? Contribution > 0 ? "findings.up" : "findings.down" : indicator.Phrase;

    /// <summary>Family of evidence.</summary>
    public EvidenceFamily Family => Indicator?.Family ?? Attached.Family;

    /// <summary>Calibrated log-odds that it adds; negative where it lowers the risk.</summary>
    public double Contribution { get; }

    /// <summary>Where it was read: a snapshot, a report, or the administration's own history.</summary>
    public string Source => Indicator is null ? Attached.Source : "history";

    /// <summary>What it goes back to; of one origin only the strongest counts.</summary>
    public string Origin => Indicator?.Code ?? Attached.Origin;

    /// <summary>Slot of the fact behind it; -1 for attached evidence and for what the other items add.</summary>
    public int Slot => Indicator?.Slot ?? -1;

    /// <summary>The item that it was read from; null where it is about the whole declaration.</summary>
    public GatheredItem? Item { get; }

    /// <summary>What its words mention.</summary>
    public IReadOnlyList<Argument> Arguments
    {
        get
        {
            var item = Item;
            return Indicator is { } indicator ? [.. indicator.Mentions.Select(mention => mention.Read(item!))] : Attached.Arguments;
        }
    }

    private Indicator? Indicator => _reason as Indicator;

    private AttachedEvidence Attached => (AttachedEvidence)_reason;

    /// <summary>The reason in words.</summary>
    public string Say(Phrasebook words)
    {
        var text = new Utf8Text();
        Say(words, text);
        return text.ToString();
    }

    /// <summary>Writes the reason in words into a text.</summary>
    public void Say(Phrasebook words, Utf8Text into) => Say(words, "evidence", Phrase, into);

    /// <summary>Whether it stands before another: the stronger first, then by code.</summary>
    internal bool IsBefore(in Evidence other)
    {
        var (strength, otherStrength) = (Math.Abs(Contribution), Math.Abs(other.Contribution));
        return strength > otherStrength || (strength == otherStrength && string.CompareOrdinal(Code, other.Code) < 0);
    }

    private void Say(Phrasebook words, string section, string code, Utf8Text into)
    {
        foreach (var (literal, place) in words.Pieces(section, code))
        {
            into.Append(literal);
            if (place == "and")
            {
                if (Find("field2") is not null)
                {
                    Say(words, "explain", "and", into);
                }
            }
            else if (place is not null)
            {
                Find(place)?.Say(words, into);
            }
        }
    }

    private Argument? Find(string place)
    {
        if (Indicator is { } indicator)
        {
            foreach (var mention in indicator.Mentions)
            {
                if (mention.Name == place)
                {
                    return mention.Read(Item!);
                }
            }

            return null;
        }

        foreach (var argument in Attached.Arguments)
        {
            if (argument.Name == place)
            {
                return argument;
            }
        }

        return null;
    }
}
