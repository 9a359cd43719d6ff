using System.Text;
using Tamiz.Simulation.Schemes;

namespace Tamiz.Simulation.Checking;

/// <summary>The names that only the truth may hold: schemes and mechanisms. Where one stands as a whole field or word among what is observed, it leaked.</summary>
internal sealed class TruthWords
{
    private const int Shortest = 4;
    private const int Longest = 40;

    private readonly Codes _words = new();
    private readonly Problems _problems;

    /// <summary>The names of a world.</summary>
    public TruthWords(string folder, WorldManifest manifest, Problems problems)
    {
        _problems = problems;
        foreach (var word in AllMechanisms.List.Select(mechanism => mechanism.Name).Concat(manifest.PathsIn("schemes", ".yaml").Select(path => Path.GetFileNameWithoutExtension(path)!)))
        {
            Add(Encoding.UTF8.GetBytes(word));
        }

        Table.Read(folder, "truth/schemes.csv", ["scheme"], problems, (in row) => Add(row[0]));
    }

    /// <summary>Looks at each field of a row.</summary>
    public void Check(string path, in TableRow row)
    {
        for (var field = 0; field < row.Fields; field++)
        {
            var text = row.Raw(field);
            if (Knows(text))
            {
                _problems.Add(CheckDiagnostics.TruthLeaks, new Place(path, row.Line, field + 1), Encoding.UTF8.GetString(text));
            }
        }
    }

    /// <summary>Looks at a text: what stands in quotation marks in JSON, and words between blanks in anything else.</summary>
    public void CheckText(string folder, string path)
    {
        var json = path.EndsWith(".jsonl", StringComparison.Ordinal);
        try
        {
            long line = 0;
            foreach (var text in File.ReadLines(Path.Combine(folder, path)))
            {
                line++;
                foreach (var word in json ? text.Split('"') : text.Split(' ', '"', '\'', ',', ':', '[', ']', '{', '}'))
                {
                    if (word.Length < Longest && Knows(Encoding.UTF8.GetBytes(word)))
                    {
                        _problems.Add(CheckDiagnostics.TruthLeaks, new Place(path, line), word);
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add(CheckDiagnostics.FileMissing, new Place(path), e.GetType().Name);
        }
    }

    // «split» is left out: it is also a kind of air conditioner.
    private void Add(ReadOnlySpan<byte> word)
    {
        if (word.Length is >= Shortest and < Longest && !word.SequenceEqual("split"u8))
        {
            _words.Add(word);
        }
    }

    private bool Knows(ReadOnlySpan<byte> text) => text.Length is >= Shortest and < Longest && _words.Find(text) >= 0;
}
