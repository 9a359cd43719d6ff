namespace Tamiz.History;

/// <summary>
/// Findings that are not known yet, with the keys that they will teach, and those that will be taken back. They wait for months: their places are
/// used again, and those of a day that has not come lie in a chain, so that only those of days that have begun are sorted.
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

    /// <summary>Adds a finding that becomes known.</summary>
    /// <param name="slots">The slots of its keys.</param>
    /// <param name="nonCompliant">Whether there is an irregularity.</param>
    /// <param name="known">When it becomes known.</param>
    public void Add(ReadOnlySpan<int> slots, bool nonCompliant, Instant known) => Add(slots, new PendingFinding(known, known, nonCompliant, false));

    /// <summary>Adds a finding.</summary>
    /// <param name="slots">The slots of its keys.</param>
    /// <param name="finding">What will be taught, or taken back.</param>
    public void Add(ReadOnlySpan<int> slots, PendingFinding finding)
    {
        var place = Place();
        slots.CopyTo(Slots(place));
        Count++;
        var due = finding.Due;
        var day = due.DayNumber;
        var next = None;
        if (day <= _begun)
        {
            _due.Enqueue(place, due.UnixMilliseconds);
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

        _entries[place] = new Entry(finding, next);
    }

    /// <summary>The place of the earliest finding that was due before an instant; -1 where there is none. To be given back with <see cref="Free"/>.</summary>
    public int Take(Instant before)
    {
        while (_daysInOrder.TryPeek(out var day, out _) && day <= before.DayNumber)
        {
            _daysInOrder.Dequeue();
            _days.Remove(day, out var place);
            for (; place != None; place = _entries[place].Next)
            {
                _due.Enqueue(place, _entries[place].Finding.Due.UnixMilliseconds);
            }

            _begun = day;
        }

        return _due.TryPeek(out _, out var due) && due < before.UnixMilliseconds ? _due.Dequeue() : None;
    }

    /// <summary>The slots of the keys of a finding.</summary>
    public Span<int> Slots(int place) => _slots[place >> Bits].AsSpan((place & ((1 << Bits) - 1)) * keys, keys);

    /// <summary>A finding.</summary>
    public PendingFinding At(int place) => _entries[place].Finding;

    /// <summary>Gives a place back.</summary>
    public void Free(int place)
    {
        _entries[place] = new Entry(default, _free);
        _free = place;
        Count--;
    }

    /// <summary>Writes them by instant; those of one instant by what they teach.</summary>
    public void Save(StateWriter writer)
    {
        var places = Places();
        places.Sort(Compare);
        writer.Signed(_begun);
        writer.Count(places.Count);
        foreach (var place in places)
        {
            var finding = _entries[place].Finding;
            writer.Signed(finding.Due.UnixMilliseconds);
            writer.Signed(finding.Due.UnixMilliseconds - finding.Known.UnixMilliseconds);
            writer.Flag(finding.NonCompliant);
            writer.Flag(finding.TakenBack);
            foreach (var slot in Slots(place))
            {
                writer.Count(slot + 1);
            }
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote, where nothing is pending.</summary>
    public void Load(StateReader reader)
    {
        var slots = new int[keys];
        _begun = (int)reader.Signed();
        for (var count = reader.Count(); count > 0; count--)
        {
            var due = reader.Signed();
            var finding = new PendingFinding(new Instant(due), new Instant(due - reader.Signed()), reader.Flag(), reader.Flag());
            for (var key = 0; key < keys; key++)
            {
                slots[key] = reader.Count() - 1;
            }

            Add(slots, finding);
        }
    }

    private List<int> Places()
    {
        var places = _due.UnorderedItems.Select(due => due.Element).ToList();
        foreach (var last in _days.Values)
        {
            for (var place = last; place != None; place = _entries[place].Next)
            {
                places.Add(place);
            }
        }

        return places;
    }

    private int Compare(int one, int other)
    {
        var order = _entries[one].Finding.CompareTo(_entries[other].Finding);
        return order != 0 ? order : Slots(one).SequenceCompareTo(Slots(other));
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

    private readonly record struct Entry(PendingFinding Finding, int Next);
}
