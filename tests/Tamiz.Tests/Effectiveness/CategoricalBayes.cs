namespace Tamiz.Tests.Effectiveness;

/// <summary>Naive Bayes over codes, with one pseudo-observation for each value that a code can take; the baseline that judges us.</summary>
internal sealed class CategoricalBayes
{
    private readonly Dictionary<string, (int Misses, int Hits)>[] _counts;
    private int _misses;
    private int _hits;

    public CategoricalBayes(int fields) => _counts = [.. Enumerable.Range(0, fields).Select(_ => new Dictionary<string, (int, int)>(StringComparer.Ordinal))];

    public void Learn(IReadOnlyList<string> values, bool hit)
    {
        (_misses, _hits) = hit ? (_misses, _hits + 1) : (_misses + 1, _hits);
        for (var i = 0; i < _counts.Length; i++)
        {
            var (misses, hits) = _counts[i].GetValueOrDefault(values[i]);
            _counts[i][values[i]] = hit ? (misses, hits + 1) : (misses + 1, hits);
        }
    }

    /// <summary>Log-odds; a value never learnt has the pseudo-observation alone.</summary>
    public double Score(IReadOnlyList<string> values)
    {
        var sum = Math.Log((double)_hits / _misses);
        for (var i = 0; i < _counts.Length; i++)
        {
            var (misses, hits) = _counts[i].GetValueOrDefault(values[i]);
            var kinds = _counts[i].Count + 1;
            sum += Math.Log((hits + 1.0) / (_hits + kinds)) - Math.Log((misses + 1.0) / (_misses + kinds));
        }

        return sum;
    }
}
