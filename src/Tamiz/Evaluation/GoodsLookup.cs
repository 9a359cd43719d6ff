namespace Tamiz.Evaluation;

/// <summary>The baseline that only remembers: a dictionary of exact goods with the share of findings of each.</summary>
public sealed class GoodsLookup
{
    private readonly Dictionary<UInt128, (int N, int Hits)> _goods = [];
    private int _n;
    private int _hits;

    /// <summary>Learns a result.</summary>
    public void Add(UInt128 goods, bool nonCompliant)
    {
        var (n, hits) = _goods.GetValueOrDefault(goods);
        _goods[goods] = (n + 1, hits + (nonCompliant ? 1 : 0));
        _n++;
        _hits += nonCompliant ? 1 : 0;
    }

    /// <summary>Whether the goods were learnt.</summary>
    public bool Knows(UInt128 goods) => _goods.ContainsKey(goods);

    /// <summary>Share of findings of the goods, drawn toward the overall one by one observation; the overall one for goods never seen.</summary>
    public double Score(UInt128 goods)
    {
        var overall = (_hits + 0.5) / (_n + 1.0);
        var (n, hits) = _goods.GetValueOrDefault(goods);
        return (hits + overall) / (n + 1);
    }
}
