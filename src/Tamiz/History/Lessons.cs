using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tamiz.History;

/// <summary>
/// What history was taught by findings that came after their declarations, by item, so that a later finding can take its place or take it
/// back: the very keys that were taught, whatever is known of the declaration by then.
/// </summary>
/// <param name="keys">Number of keys of a finding.</param>
internal sealed class Lessons(int keys)
{
    private const int Bits = 8;
    private readonly Dictionary<Key, int> _places = [];
    private readonly Dictionary<UInt128, List<Key>> _ofWhole = [];
    private readonly Chunks<Lesson> _lessons = new();
    private readonly List<int[]> _slots = [];
    private int _free;

    /// <summary>What a declaration is known by, whatever its version.</summary>
    /// <param name="identity">Its identity as text, without the version.</param>
    public static UInt128 KeyOf(string identity)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(identity), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>Whether an item was taught by a finding of its own.</summary>
    public bool IsOfItem(UInt128 declaration, int item) => _places.TryGetValue(new Key(declaration, item, 0), out var place) && _lessons[place].OfItem;

    /// <summary>Remembers what an item taught.</summary>
    public void Add(UInt128 declaration, int item, Lesson lesson, ReadOnlySpan<int> slots)
    {
        var place = Place();
        _lessons[place] = lesson;
        slots.CopyTo(Slots(place));
        var key = new Key(declaration, item, 0);
        while (!_places.TryAdd(key, place))
        {
            // Items may have the same number.
            key = key with { Nth = key.Nth + 1 };
        }

        if (!lesson.OfItem)
        {
            if (!_ofWhole.TryGetValue(declaration, out var items))
            {
                _ofWhole.Add(declaration, items = []);
            }

            items.Add(key);
        }
    }

    /// <summary>Forgets what an item taught.</summary>
    /// <param name="declaration">See <see cref="KeyOf"/>.</param>
    /// <param name="item">Its number; 0 for all items that a finding on the whole declaration taught.</param>
    /// <param name="takeBack">Called with each lesson, and the slots of its keys.</param>
    /// <returns>How many there were.</returns>
    public int Remove(UInt128 declaration, int item, Action<Lesson, int[]> takeBack)
    {
        var removed = item == 0 ? [.. _ofWhole.GetValueOrDefault(declaration) ?? []] : KeysOf(declaration, item);
        foreach (var key in removed)
        {
            _places.Remove(key, out var place);
            takeBack(_lessons[place], Slots(place).ToArray());
            if (!_lessons[place].OfItem && _ofWhole[declaration].Remove(key) && _ofWhole[declaration].Count == 0)
            {
                _ofWhole.Remove(declaration);
            }

            _lessons[place] = default(Lesson) with { NextFree = _free };
            _free = place + 1;
        }

        return removed.Count;
    }

    /// <summary>Writes them in the order of their items.</summary>
    public void Save(StateWriter writer)
    {
        writer.Count(_places.Count);
        foreach (var (key, place) in _places.OrderBy(pair => (pair.Key.Declaration, pair.Key.Item, pair.Key.Nth)))
        {
            writer.Fixed((ulong)(key.Declaration >> 64));
            writer.Fixed((ulong)(key.Declaration & ulong.MaxValue));
            writer.Signed(key.Item);
            var lesson = _lessons[place];
            writer.Signed(lesson.Known.UnixMilliseconds);
            writer.Flag(lesson.NonCompliant);
            writer.Flag(lesson.OfItem);
            foreach (var slot in Slots(place))
            {
                writer.Count(slot + 1);
            }
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote, where nothing is remembered.</summary>
    public void Load(StateReader reader)
    {
        var slots = new int[keys];
        for (var count = reader.Count(); count > 0; count--)
        {
            var (declaration, item) = (new UInt128(reader.Fixed(), reader.Fixed()), (int)reader.Signed());
            var lesson = new Lesson(new Instant(reader.Signed()), reader.Flag(), reader.Flag());
            for (var key = 0; key < keys; key++)
            {
                slots[key] = reader.Count() - 1;
            }

            Add(declaration, item, lesson, slots);
        }
    }

    private Span<int> Slots(int place) => _slots[place >> Bits].AsSpan((place & ((1 << Bits) - 1)) * keys, keys);

    private List<Key> KeysOf(UInt128 declaration, int item)
    {
        var found = new List<Key>();
        for (var key = new Key(declaration, item, 0); _places.ContainsKey(key); key = key with { Nth = key.Nth + 1 })
        {
            found.Add(key);
        }

        return found;
    }

    private int Place()
    {
        if (_free > 0)
        {
            var free = _free - 1;
            _free = _lessons[free].NextFree;
            return free;
        }

        var place = _lessons.Add();
        if (place >> Bits == _slots.Count)
        {
            _slots.Add(new int[keys << Bits]);
        }

        return place;
    }

    private readonly record struct Key(UInt128 Declaration, int Item, int Nth);
}
