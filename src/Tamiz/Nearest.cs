namespace Tamiz;

/// <summary>The word that somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>The known word with the fewest edits from <paramref name="word"/>, at most a third of its length; null where none is that near.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="known">The words that would have been right.</param>
    public static string? To(string word, IEnumerable<string> known)
    {
        string? best = null;
        var fewest = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in known)
        {
            var edits = Edits(word, candidate);
            if (edits < fewest)
            {
                (fewest, best) = (edits, candidate);
            }
        }

        return best;
    }

    private static int Edits(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 100)
        {
            return int.MaxValue;
        }

        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                var next = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + same);
                diagonal = row[j];
                row[j] = next;
            }
        }

        return row[b.Length];
    }
}
