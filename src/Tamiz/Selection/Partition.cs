namespace Tamiz.Selection;

/// <summary>
/// The range of draws [0, 1), cut up between the lanes: random shares from below, steered ones from above, each from what those
/// before left over. The decision is the part in which the draw lies; the parts' lengths are the probabilities.
/// </summary>
/// <param name="draw">In [0, 1).</param>
internal struct Partition(double draw)
{
    private double _low;
    private double _high = 1;

    /// <summary>How much has been cut off.</summary>
    public readonly double Taken => _low + (1 - _high);

    /// <summary>Cuts off the draws below a bound, and says whether the draw was among them.</summary>
    public bool TakeBelow(double bound)
    {
        var cut = Math.Clamp(bound, _low, _high);
        var taken = draw >= _low && draw < cut;
        _low = cut;
        return taken;
    }

    /// <summary>Cuts off a share of what is left, from above, and says whether the draw was in it.</summary>
    public bool TakeShare(double share)
    {
        var cut = share >= 1 ? _low : _high - ((_high - _low) * share);
        var taken = draw >= cut && draw < _high;
        _high = cut;
        return taken;
    }
}
