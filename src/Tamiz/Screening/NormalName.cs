using System.Text;
using AnyAscii;

namespace Tamiz.Screening;

/// <summary>Names in the form in which they are compared.</summary>
public static class NormalName
{
    private const int MinLetters = 5;

    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "SA", "SAS", "SL", "SRL", "SARL", "LTDA", "LTD", "LIMITED", "LLC", "INC", "INCORPORATED", "CORP", "CORPORATION", "CO", "COMPANY",
        "GMBH", "AG", "BV", "NV", "PLC", "SPA", "CIA", "COMPANIA", "SADECV", "CV", "RL", "OOO", "ZAO", "OAO", "PJSC", "PTE", "PTY", "FZE", "EIRL",
    };

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "DE", "DEL", "LA", "LAS", "LOS", "DA", "DO", "DOS", "THE", "AND", "Y", "E", "OF", "MR", "MRS", "DR" };

    /// <summary>
    /// Compatibility forms composed, transliterated to ASCII, upper case, words sorted; legal forms, particles and initials of legal
    /// forms such as S.A. are left out. Empty where fewer than five letters and digits, or one word of fewer than six, are left:
    /// such a name says too little to be compared.
    /// </summary>
    public static string Of(string name)
    {
        var ascii = name.Normalize(NormalizationForm.FormKC).Transliterate().ToUpperInvariant();
        var words = Words(ascii);
        var kept = words.Where(word => !LegalForms.Contains(word) && !Particles.Contains(word)).ToList();
        kept = kept.Count == 0 ? words : kept;
        kept.Sort(StringComparer.Ordinal);
        var letters = kept.Sum(word => word.Length);
        return letters < MinLetters || (kept.Count == 1 && letters <= MinLetters) ? "" : string.Join(' ', kept);
    }

    /// <summary>Letters and digits between anything else; single letters that follow one another are one word (S.A., U.S.A.).</summary>
    private static List<string> Words(string ascii)
    {
        var words = new List<string>();
        var initials = new StringBuilder();
        var word = new StringBuilder();
        void End()
        {
            if (word.Length == 1 && char.IsAsciiLetter(word[0]))
            {
                initials.Append(word);
            }
            else if (word.Length > 0)
            {
                Flush();
                words.Add(word.ToString());
            }

            word.Clear();
        }

        void Flush()
        {
            if (initials.Length > 0)
            {
                words.Add(initials.ToString());
                initials.Clear();
            }
        }

        foreach (var c in ascii)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (c is not ('\'' or '`'))
            {
                End();
            }
        }

        End();
        Flush();
        return words;
    }

    /// <summary>Whether two names are the same once normal.</summary>
    public static bool Same(string a, string b) => Of(a) is { Length: > 0 } normal && string.Equals(normal, Of(b), StringComparison.Ordinal);

}
