namespace Tamiz.Screening;

/// <summary>A word of a name, as a stretch of its letters.</summary>
/// <param name="Start">Index of its first letter.</param>
/// <param name="Length">Letters and digits.</param>
/// <param name="AfterComma">Whether a comma stands before it.</param>
internal readonly record struct NameWord(int Start, int Length, bool AfterComma)
{
    /// <summary>How many words of a name are read.</summary>
    public const int Most = 64;

    public ReadOnlySpan<char> Of(ReadOnlySpan<char> letters) => letters.Slice(Start, Length);

    /// <summary>Whether it is a single letter.</summary>
    public bool IsInitial(ReadOnlySpan<char> letters) => Length == 1 && char.IsAsciiLetter(letters[Start]);

    /// <summary>Joins single letters that follow one another with no comma between; returns how many words are left.</summary>
    public static int JoinInitials(Span<NameWord> words, ReadOnlySpan<char> letters)
    {
        var kept = 0;
        var single = false;
        foreach (var word in words)
        {
            if (single && !word.AfterComma && word.IsInitial(letters))
            {
                words[kept - 1] = words[kept - 1] with { Length = words[kept - 1].Length + 1 };
                continue;
            }

            single = word.IsInitial(letters);
            words[kept++] = word;
        }

        return kept;
    }

    /// <summary>Index after the last letter of all words.</summary>
    public static int EndOf(ReadOnlySpan<NameWord> words)
    {
        var end = 0;
        foreach (var word in words)
        {
            end = Math.Max(end, word.Start + word.Length);
        }

        return end;
    }

    /// <summary>Sorts words by their letters, ordinally.</summary>
    public static void Sort(Span<NameWord> words, ReadOnlySpan<char> letters)
    {
        for (var i = 1; i < words.Length; i++)
        {
            var word = words[i];
            var at = i;
            while (at > 0 && words[at - 1].Of(letters).SequenceCompareTo(word.Of(letters)) > 0)
            {
                words[at] = words[at - 1];
                at--;
            }

            words[at] = word;
        }
    }
}
