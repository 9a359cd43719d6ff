namespace Tamiz.Assessment;

/// <summary>A value that the words of an evidence mention.</summary>
/// <param name="Name">Its place in the words.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Number">The number, where it is one.</param>
/// <param name="Text">The text, where it is one.</param>
public readonly record struct Argument(string Name, ArgumentKind Kind, double Number, string? Text)
{
    /// <summary>Writes the value as a person reads it.</summary>
    public void Say(Phrasebook words, Utf8Text into)
    {
        switch (Kind)
        {
            case ArgumentKind.Share:
                words.Percent(Number, into);
                break;
            case ArgumentKind.Count:
                words.Number(Math.Round(Number), into);
                break;
            case ArgumentKind.Number:
                words.Number(Number, into);
                break;
            case ArgumentKind.Word when Text is not null:
                Word(Text, words, into);
                break;
            default:
                into.Append(Text ?? "–");
                break;
        }
    }

    private static void Word(string codes, Phrasebook words, Utf8Text into)
    {
        if (!codes.Contains(',', StringComparison.Ordinal))
        {
            words.Word(codes, into);
            return;
        }

        foreach (var (place, code) in codes.Split(", ").Index())
        {
            into.Append(place == 0 ? "" : ", ");
            words.Word(code, into);
        }
    }
}
