using System.Text;
using Tamiz.Facts;

namespace Tamiz.Assessment;

/// <summary>A reason: what it is, what it adds to the log-odds, and where it comes from. Words are made from it in any language.</summary>
public sealed class Evidence
{
    private readonly Indicator? _indicator;
    private readonly AttachedEvidence? _attached;

    internal Evidence(Indicator indicator, GatheredItem item, double contribution)
    {
        _indicator = indicator;
        Item = item;
        Contribution = contribution;
    }

    internal Evidence(AttachedEvidence attached, double contribution)
    {
        _attached = attached;
        Contribution = contribution;
    }

    /// <summary>Code of the indicator, list or report.</summary>
    public string Code => _indicator?.Code ?? _attached!.Code;

    /// <summary>Code of its words.</summary>
    public string Phrase => _indicator is null ? _attached!.Phrase
        : _indicator.Phrase == "findings" ? Contribution > 0 ? "findings.up" : "findings.down" : _indicator.Phrase;

    /// <summary>Family of evidence.</summary>
    public EvidenceFamily Family => _indicator?.Family ?? _attached!.Family;

    /// <summary>Calibrated log-odds that it adds; negative where it lowers the risk.</summary>
    public double Contribution { get; }

    /// <summary>Where it was read: a snapshot, a report, or the administration's own history.</summary>
    public string Source => _attached?.Source ?? "history";

    /// <summary>What it goes back to; of one origin only the strongest counts.</summary>
    public string Origin => _indicator?.Code ?? _attached!.Origin;

    /// <summary>Slot of the fact behind it; -1 for attached evidence and for what the other items add.</summary>
    public int Slot => _indicator?.Slot ?? -1;

    /// <summary>The item that it was read from; null where it is about the whole declaration.</summary>
    public GatheredItem? Item { get; }

    /// <summary>What its words mention.</summary>
    public IReadOnlyList<Argument> Arguments => _indicator?.Arguments(Item!) ?? _attached!.Arguments;

    /// <summary>The reason in words.</summary>
    public string Say(Phrasebook words)
    {
        var text = new StringBuilder(160);
        Say(words, text);
        return text.ToString();
    }

    /// <summary>Writes the reason in words into a text.</summary>
    public void Say(Phrasebook words, StringBuilder into)
    {
        var arguments = Arguments;
        void Fill(string place, StringBuilder text)
        {
            if (place == "and")
            {
                if (Has(arguments, "field2"))
                {
                    words.Say("explain.and", text, Fill);
                }

                return;
            }

            for (var i = 0; i < arguments.Count; i++)
            {
                if (arguments[i].Name == place)
                {
                    text.Append(arguments[i].Say(words));
                    return;
                }
            }
        }

        words.Say("evidence." + Phrase, into, Fill);
    }

    private static bool Has(IReadOnlyList<Argument> arguments, string name)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
