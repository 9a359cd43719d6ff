namespace Tamiz.Declarations.Checks;

/// <summary>
/// What a text consists of. Plain loops: the runtime's vectorised searches allocate until they are compiled a second time.
/// </summary>
internal static class Characters
{
    internal static bool AreDigits(ReadOnlySpan<char> text) => LieWithin(text, '0', '9');

    internal static bool AreCapitals(ReadOnlySpan<char> text) => LieWithin(text, 'A', 'Z');

    private static bool LieWithin(ReadOnlySpan<char> text, char first, char last)
    {
        foreach (var c in text)
        {
            if (c < first || c > last)
            {
                return false;
            }
        }

        return true;
    }
}
