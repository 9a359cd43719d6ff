using System.Runtime.InteropServices;

namespace Tamiz.History;

/// <summary>Numbers texts in the order in which they come, from 1. A small table remembers texts that came lately.</summary>
internal sealed class Symbols
{
    private const int Bits = 14;
    private readonly (string? Text, int Symbol)[] _recent = new (string?, int)[1 << Bits];
    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public Symbols() => _bySpan = _symbols.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Of(ReadOnlySpan<char> text)
    {
        ref var recent = ref _recent[PlaceOf(text)];
        if (recent.Text is null || !text.SequenceEqual(recent.Text))
        {
            if (!_bySpan.TryGetValue(text, out var held, out var symbol))
            {
                (held, symbol) = (text.ToString(), _symbols.Count + 1);
                _symbols.Add(held, symbol);
            }

            recent = (held, symbol);
        }

        return recent.Symbol;
    }

    public void Save(StateWriter writer)
    {
        var texts = new string[_symbols.Count];
        foreach (var (text, symbol) in _symbols)
        {
            texts[symbol - 1] = text;
        }

        writer.Count(texts.Length);
        foreach (var text in texts)
        {
            writer.Text(text);
        }
    }

    public void Load(StateReader reader)
    {
        var count = reader.Count();
        for (var symbol = 1; symbol <= count; symbol++)
        {
            _symbols.Add(reader.Text(), symbol);
        }
    }

    // Codes differ in their beginning or in their end.
    private static int PlaceOf(ReadOnlySpan<char> text)
    {
        var ends = (ulong)text.Length;
        if (text.Length >= 4)
        {
            var bytes = MemoryMarshal.AsBytes(text);
            ends += unchecked((MemoryMarshal.Read<ulong>(bytes) * 3) + MemoryMarshal.Read<ulong>(bytes[^8..]));
        }
        else
        {
            foreach (var c in text)
            {
                ends = (ends << 16) | c;
            }
        }

        return (int)(unchecked(ends * 0x9E3779B97F4A7C15) >> (64 - Bits));
    }
}
