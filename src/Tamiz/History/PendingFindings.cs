namespace Tamiz.History;

/// <summary>
/// Findings that are not known yet, with the keys that they will teach. They wait for months: their places are used again, and those
/// of a day that has not come lie in a chain, so that only those of days that have begun are sorted.
/// </summary>
/// <param name="keys">Number of keys of a finding.</param>
internal sealed class PendingFindings(int keys)
{
    private const int Bits = 8;
    private const int None = -1;
    private readonly List<int[]> _slots = [];
    private readonly Chunks<Entry> _entries = new();
    private readonly Dictionary<int, int> _days = [];
    private readonly PriorityQueue<int, int> _daysInOrder = new();
    private readonly PriorityQueue<int, long> _due = new();
    private int _begun = int.MinValue;
    private int _free = None;

    public int Count { get; private set; }

    /// <summary>Adds a finding.</summary>
    /// <param name="slots">The slots of its keys.</param>
    /// <param name="nonCompliant">Whether there is an irregularity.</param>
    /// <param name="known">When it becomes known.</param>
    public void Add(ReadOnlySpan<int> slots, bool nonCompliant, Instant known)
    {
        var place = Place();
        slots.CopyTo(Slots(place));
        Count++;
        var day = known.DayNumber;
        var next = None;
        if (day <= _begun)
        {
            _due.Enqueue(place, known.UnixMilliseconds);
        }
        else
        {
            if (_days.TryGetValue(day, out var last))
            {
                next = last;
            }
            else
            {
                _daysInOrder.Enqueue(day, day);
            }

            _days[day] = place;
        }

        _entries[place] = new Entry(known, next, nonCompliant);
    }

    /// <summary>The place of the earliest finding that was known before an instant; -1 where there is none. To be given back with <see cref="Free"/>.</summary>
    public int Take(Instant before)
    {
        while (_daysInOrder.TryPeek(out var day, out _) && day <= before.DayNumber)
        {
            _daysInOrder.Dequeue();
            _days.Remove(day, out var place);
            for (; place != None; place = _entries[place].Next)
            {
                _due.Enqueue(place, _entries[place].Known.UnixMilliseconds);
            }

            _begun = day;
        }

        return _due.TryPeek(out _, out var known) && known < before.UnixMilliseconds ? _due.Dequeue() : None;
    }

    /// <summary>The slots of the keys of a finding.</summary>
    public Span<int> Slots(int place) => _slots[place >> Bits].AsSpan((place & ((1 << Bits) - 1)) * keys, keys);

    /// <summary>When it became known, and whether there is an irregularity.</summary>
    public (Instant Known, bool NonCompliant) At(int place) => (_entries[place].Known, _entries[place].NonCompliant);

    /// <summary>Gives a place back.</summary>
    public void Free(int place)
    {
        _entries[place] = new Entry(default, _free, false);
        _free = place;
        Count--;
    }

    private int Place()
    {
        var place = _free;
        if (place != None)
        {
            _free = _entries[place].Next;
            return place;
        }

        place = _entries.Add();
        if (place >> Bits == _slots.Count)
        {
            _slots.Add(new int[keys << Bits]);
        }

        return place;
    }

    private readonly record struct Entry(Instant Known, int Next, bool NonCompliant);
}
