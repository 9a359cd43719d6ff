namespace Tamiz.Trials;

/// <summary>Marsaglia's xorshift: the same chances in each run with the same seed.</summary>
/// <param name="seed">Not zero.</param>
public sealed class Xorshift(uint seed)
{
    private uint _state = seed;

    /// <summary>A number from 0 on, below a bound.</summary>
    public int Next(int below)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)below);
    }
}
