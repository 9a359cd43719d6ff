using System.Text;

namespace Tamiz.Formats.Mappings;

/// <summary>Gives short ASCII texts that come again and again as one and the same string. One pool a thread.</summary>
internal sealed class TextPool
{
    private const int MaxLength = 40;
    private readonly string?[] _slots = new string?[1 << 14];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > MaxLength)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        uint hash = 2166136261;
        foreach (var b in utf8)
        {
            hash = unchecked((hash ^ b) * 16777619);
        }

        ref var slot = ref _slots[(hash ^ (hash >> 15)) & (uint)(_slots.Length - 1)];
        if (slot is not null && slot.Length == utf8.Length && Ascii.Equals(utf8, slot))
        {
            return slot;
        }

        return slot = Encoding.UTF8.GetString(utf8);
    }
}
