namespace Tamiz.Simulation.Checking;

/// <summary>Texts by small numbers: each different text gets the next one, from 0, in the order in which they come. Not for several threads.</summary>
internal sealed class Codes
{
    private byte[] _bytes = new byte[1024];
    private int[] _starts = new int[64];
    private int[] _places = new int[128];
    private int _count;

    /// <summary>How many different texts there are.</summary>
    public int Count => _count;

    /// <summary>The text of a number.</summary>
    public ReadOnlySpan<byte> this[int number] => _bytes.AsSpan(_starts[number].._starts[number + 1]);

    /// <summary>The number of a text; a new one where it was not there.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        var place = PlaceOf(text);
        if (_places[place] > 0)
        {
            return _places[place] - 1;
        }

        Keep(text);
        _places[place] = _count;
        if (_count * 2 > _places.Length)
        {
            Widen();
        }

        return _count - 1;
    }

    /// <summary>The number of a text; -1 where it is not there.</summary>
    public int Find(ReadOnlySpan<byte> text) => _places[PlaceOf(text)] - 1;

    /// <summary>The text of a number, for a person.</summary>
    public string Text(int number) => System.Text.Encoding.UTF8.GetString(this[number]);

    private void Keep(ReadOnlySpan<byte> text)
    {
        var start = _starts[_count];
        if (start + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + text.Length));
        }

        if (_count + 2 > _starts.Length)
        {
            Array.Resize(ref _starts, _starts.Length * 2);
        }

        text.CopyTo(_bytes.AsSpan(start));
        _count++;
        _starts[_count] = start + text.Length;
    }

    private int PlaceOf(ReadOnlySpan<byte> text)
    {
        var mask = (ulong)(_places.Length - 1);
        var place = (int)(HashOf(text) & mask);
        while (_places[place] > 0 && !this[_places[place] - 1].SequenceEqual(text))
        {
            place = (place + 1) & (int)mask;
        }

        return place;
    }

    private void Widen()
    {
        _places = new int[_places.Length * 4];
        for (var number = 0; number < _count; number++)
        {
            _places[PlaceOf(this[number])] = number + 1;
        }
    }

    // FNV-1a over 64 bits, its upper half folded in.
    private static ulong HashOf(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var letter in text)
            {
                hash = (hash ^ letter) * 1099511628211UL;
            }

            return hash ^ (hash >> 32);
        }
    }
}
