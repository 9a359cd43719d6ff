using Tamiz.History;

namespace Tamiz.Facts;

/// <summary>Works out the facts that are not stored from those that are, to the same bits as when they were gathered. Any number of threads may call it.</summary>
public sealed class FactDerivation
{
    private readonly FactCatalogue _catalogue;
    private readonly HistorySettings _settings;
    private readonly double _priorRate;

    /// <summary>The derivation for facts that a history filled.</summary>
    /// <param name="catalogue">The facts.</param>
    /// <param name="settings">Those of the history.</param>
    /// <param name="priorRate">That of the history (<see cref="HistoryStore.PriorRate"/>).</param>
    public FactDerivation(FactCatalogue catalogue, HistorySettings settings, double priorRate)
    {
        _catalogue = catalogue;
        _settings = settings;
        _priorRate = priorRate;
    }

    /// <summary>The whole row, bit for bit as it was gathered.</summary>
    /// <param name="kept">The stored facts (<see cref="FactCatalogue.Keep"/>).</param>
    /// <exception cref="ArgumentException">Another number of facts than the catalogue stores.</exception>
    public double[] Restore(ReadOnlySpan<double> kept)
    {
        var row = _catalogue.Place(kept);
        DeriveRates(row);
        DeriveDeviation(row.AsSpan(_catalogue.PriceSlot, FactCatalogue.PerPrice));
        DeriveDeviation(row.AsSpan(_catalogue.PriceSlot + FactCatalogue.PerPrice, FactCatalogue.PerPrice));
        return row;
    }

    private void DeriveRates(double[] row)
    {
        var keys = _catalogue.Keys.Keys;
        var known = new Rate[keys.Count];
        var overall = Smoothed(row[_catalogue.OverallSlot], row[_catalogue.OverallSlot + 1], _priorRate);
        for (var i = 0; i < known.Length; i++)
        {
            var facts = row.AsSpan(i * FactCatalogue.PerKey, FactCatalogue.PerKey);
            var parent = keys[i].Parent < 0 ? overall : known[keys[i].Parent];
            known[i] = facts[3] > 0 ? Smoothed(facts[3], facts[4], parent.Share) : parent;
            if (!double.IsNaN(facts[3]))
            {
                facts[2] = parent.Share;
                facts[1] = known[i].Share;
                facts[0] = known[i].LogOdds - parent.LogOdds;
            }
        }
    }

    private Rate Smoothed(double seen, double hits, double parentRate)
    {
        var share = _settings.Smoothed(seen, hits, parentRate);
        return new Rate(share, Elementary.Logit(share));
    }

    private static void DeriveDeviation(Span<double> price)
    {
        if (!double.IsNaN(price[3]))
        {
            price[1] = PriceReference.DeviationOf(LogBin.Of(price[0]), LogBin.Of(price[2]), LogBin.Of(price[3]), LogBin.Of(price[4]));
        }
    }

    private readonly record struct Rate(double Share, double LogOdds);
}
