using System.Text;
using AnyAscii;

namespace Tamiz.Screening;

/// <summary>The ASCII letters and digits of a name, in upper case, cut into words.</summary>
internal static class NameLetters
{
    // Below this the characters neither combine nor depend on their neighbours, so each has its own transliteration.
    private const int LatinEnd = 0x250;

    private static readonly string[] Latin = [.. Enumerable.Range(0, LatinEnd).Select(c => Plain(((char)c).ToString()))];
    private static readonly int Widest = Latin.Max(text => text.Length);

    /// <summary>The name itself where it is of Latin characters, else its transliteration.</summary>
    public static string Latinise(string name) => name.AsSpan().ContainsAnyExceptInRange('\0', (char)(LatinEnd - 1)) ? Plain(name) : name;

    /// <summary>At least as many characters as the normal form of a Latin name can have.</summary>
    public static int MaxLength(string latin) => (latin.Length * (Ascii.IsValid(latin) ? 1 : Widest)) + 1;

    /// <summary>Writes the letters without what is between them, and where each word lies; returns how many words there are.</summary>
    /// <param name="latin">The name, of Latin characters.</param>
    /// <param name="letters">Receives letters and digits; at least <see cref="MaxLength"/> long.</param>
    /// <param name="words">Receives the words.</param>
    public static int Split(string latin, Span<char> letters, Span<NameWord> words)
    {
        var cutter = new Cutter(letters, words);
        foreach (var c in latin)
        {
            cutter.Add(Latin[c]);
        }

        return cutter.End();
    }

    private static string Plain(string text) => WellFormed(text).Normalize(NormalizationForm.FormKC).Transliterate().ToUpperInvariant();

    /// <summary>Half surrogate pairs and non-characters, over which normalisation throws, as spaces.</summary>
    private static string WellFormed(string text)
    {
        StringBuilder? builder = null;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var bad = (rune.Value & 0xFFFE) == 0xFFFE || rune == Rune.ReplacementChar;
            if (bad)
            {
                builder ??= new StringBuilder(text, 0, at, text.Length);
                builder.Append(' ');
            }
            else
            {
                builder?.Append(rune.ToString());
            }

            at += rune.Utf16SequenceLength;
        }

        return builder?.ToString() ?? text;
    }

    private ref struct Cutter(Span<char> letters, Span<NameWord> words)
    {
        private readonly Span<char> _letters = letters;
        private readonly Span<NameWord> _words = words;
        private int _start;
        private int _length;
        private int _count;
        private bool _comma;

        public void Add(ReadOnlySpan<char> ascii)
        {
            foreach (var c in ascii)
            {
                if (char.IsAsciiLetterOrDigit(c))
                {
                    _letters[_length++] = c;
                }
                else if (c is not ('\'' or '`'))
                {
                    End();
                    _comma |= c == ',';
                }
            }
        }

        public int End()
        {
            if (_length > _start && _count < _words.Length)
            {
                _words[_count++] = new NameWord(_start, _length - _start, _comma);
                _comma = false;
            }

            _start = _length;
            return _count;
        }
    }
}
