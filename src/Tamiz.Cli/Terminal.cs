using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tamiz.Cli;

/// <summary>What every command prints with: results on standard output, everything else on standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter errors, bool json)
{
    public const int Fine = 0;
    public const int FoundProblems = 1;
    public const int WrongUsage = 2;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public bool Json => json;

    /// <summary>A line for a person; nothing with --json.</summary>
    public void Say(string line = "")
    {
        if (!json)
        {
            output.WriteLine(line);
        }
    }

    /// <summary>A text for a person, in lines of at most 80 columns, the following ones indented; nothing with --json.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">What its first line begins with.</param>
    public void SayWrapped(string text, string first = "")
    {
        foreach (var line in Wrap(text, first, new string(' ', Math.Max(2, first.Length))))
        {
            Say(line);
        }
    }

    /// <summary>The one JSON object; nothing without --json.</summary>
    public void Give(object value)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(value, Options));
        }
    }

    /// <summary>One JSON object that is written already.</summary>
    public void GiveJson(string written) => output.WriteLine(written);

    public void Complain(string line) => errors.WriteLine(line);

    /// <summary>Prints diagnostics; returns whether one of them is an error.</summary>
    public bool Report(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.Take(50))
        {
            errors.WriteLine(diagnostic.ToString());
        }

        if (diagnostics.Count > 50)
        {
            errors.WriteLine($"… and {diagnostics.Count - 50} more");
        }

        return diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error);
    }

    /// <summary>Lines wrapped at 80 columns, the following ones indented.</summary>
    public static IEnumerable<string> Wrap(string text, string first, string others, int width = 80)
    {
        var line = new StringBuilder(first);
        var empty = true;
        foreach (var word in text.Split(' '))
        {
            if (!empty && line.Length + word.Length + 1 > width)
            {
                yield return line.ToString();
                line.Clear().Append(others);
                empty = true;
            }

            line.Append(empty ? "" : " ").Append(word);
            empty = false;
        }

        yield return line.ToString();
    }
}
