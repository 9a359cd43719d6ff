namespace Tamiz.Assessment;

/// <summary>A value that the words of an evidence mention.</summary>
/// <param name="Name">Its place in the words.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Number">The number, where it is one.</param>
/// <param name="Text">The text, where it is one.</param>
public readonly record struct Argument(string Name, ArgumentKind Kind, double Number, string? Text)
{
    /// <summary>The value as a person reads it.</summary>
    public string Say(Phrasebook words) => Kind switch
    {
        ArgumentKind.Share => words.Percent(Number),
        ArgumentKind.Count => words.Number(Math.Round(Number)),
        ArgumentKind.Number => words.Number(Number),
        ArgumentKind.Word => Text is null ? "–" : Text.Contains(',', StringComparison.Ordinal) ? string.Join(", ", Text.Split(", ").Select(code => Word(code, words))) : Word(Text, words),
        _ => Text ?? "–",
    };

    private static string Word(string code, Phrasebook words) => words.Find(code, "field") ?? words.Find(code, "check") ?? words.Find(code, "band") ?? OwnCode.Say(code, words);
}
