using System.Buffers;
using System.Collections.Frozen;

namespace Tamiz.Screening;

/// <summary>Names in the form in which they are compared.</summary>
public static class NormalName
{
    private const int MinLetters = 4;
    private const int StackLength = 512;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Dropped = NameWords.Dropped.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Common = NameWords.Common.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Compatibility forms composed (NFKC), transliterated to ASCII, upper case, apostrophes removed, anything else that is no
    /// letter or digit a space; legal forms of companies, titles and particles left out wherever they stand; single letters that
    /// follow one another as one word (S.A., U.S.A.), other single letters together; words sorted, the first 64. Empty where fewer
    /// than four letters are left, or one word that too many names consist of: such a name says too little to be compared.
    /// </summary>
    /// <param name="name">Any text; what is not well-formed Unicode counts as a space.</param>
    public static string Of(string name)
    {
        Span<char> stack = stackalloc char[StackLength];
        var length = Write(name, stack);
        if (length >= 0)
        {
            return new string(stack[..length]);
        }

        name = NameLetters.Latinise(name);
        var needed = NameLetters.MaxLength(name);
        var rented = ArrayPool<char>.Shared.Rent(needed);
        length = Write(name, rented);
        var normal = new string(rented, 0, length);
        ArrayPool<char>.Shared.Return(rented);
        return normal;
    }

    /// <summary>Whether two names are the same once normal.</summary>
    public static bool Same(string a, string b) => Of(a) is { Length: > 0 } normal && string.Equals(normal, Of(b), StringComparison.Ordinal);

    /// <summary>Writes the normal form; returns its length, or -1 where the span may be too short. Allocates nothing for Latin names.</summary>
    internal static int Write(string name, Span<char> into)
    {
        name = NameLetters.Latinise(name);
        var bound = NameLetters.MaxLength(name);
        if (bound > into.Length)
        {
            return -1;
        }

        char[]? rented = null;
        var letters = bound <= StackLength ? stackalloc char[StackLength] : (rented = ArrayPool<char>.Shared.Rent(bound));
        Span<NameWord> words = stackalloc NameWord[NameWord.Most];
        var count = NameLetters.Split(name, letters, words);
        count = NameWord.JoinInitials(words[..count], letters);
        count = DropPhrases(letters, words[..count]);
        count = Drop(letters, words[..count]);
        count = GatherInitials(letters, words[..count]);
        var length = SaysEnough(letters, words[..count]) ? Join(letters, words[..count], into) : 0;
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return length;
    }

    private static int DropPhrases(ReadOnlySpan<char> letters, Span<NameWord> words)
    {
        var count = words.Length;
        for (var i = 0; i < count; i++)
        {
            foreach (var phrase in NameWords.Phrases)
            {
                if (StartsWith(letters, words[i..count], phrase))
                {
                    words[(i + phrase.Length)..count].CopyTo(words[i..]);
                    count -= phrase.Length;
                    i--;
                    break;
                }
            }
        }

        return count;
    }

    private static bool StartsWith(ReadOnlySpan<char> letters, ReadOnlySpan<NameWord> words, string[] phrase)
    {
        if (words.Length < phrase.Length)
        {
            return false;
        }

        for (var i = 0; i < phrase.Length; i++)
        {
            if (!words[i].Of(letters).SequenceEqual(phrase[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static int Drop(ReadOnlySpan<char> letters, Span<NameWord> words)
    {
        var kept = 0;
        foreach (var word in words)
        {
            if (!Dropped.Contains(word.Of(letters)))
            {
                words[kept++] = word;
            }
        }

        return kept;
    }

    /// <summary>Single letters that stand alone become one word, sorted: their place in a name is not reliable.</summary>
    private static int GatherInitials(Span<char> letters, Span<NameWord> words)
    {
        Span<char> initials = stackalloc char[NameWord.Most];
        var found = 0;
        var kept = 0;
        foreach (var word in words)
        {
            if (word.IsInitial(letters))
            {
                initials[found++] = letters[word.Start];
            }
            else
            {
                words[kept++] = word;
            }
        }

        if (found > 0)
        {
            initials[..found].Sort();
            var at = NameWord.EndOf(words[..kept]);
            initials[..found].CopyTo(letters[at..]);
            if (!Dropped.Contains(initials[..found]))
            {
                words[kept++] = new NameWord(at, found, false);
            }
        }

        return kept;
    }

    private static bool SaysEnough(ReadOnlySpan<char> letters, ReadOnlySpan<NameWord> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            foreach (var c in word.Of(letters))
            {
                count += char.IsAsciiLetter(c) ? 1 : 0;
            }
        }

        return count >= MinLetters && (words.Length > 1 || !Common.Contains(words[0].Of(letters)));
    }

    private static int Join(ReadOnlySpan<char> letters, Span<NameWord> words, Span<char> into)
    {
        NameWord.Sort(words, letters);
        var length = 0;
        foreach (var word in words)
        {
            if (length > 0)
            {
                into[length++] = ' ';
            }

            word.Of(letters).CopyTo(into[length..]);
            length += word.Length;
        }

        return length;
    }
}
