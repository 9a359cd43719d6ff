using System.Globalization;
using Tamiz.Formats;

namespace Tamiz.Integrity.Reading;

/// <summary>What shows that something is so: a file, an address or a document.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Path">Path of a file within the folder integrity of the home; empty for none.</param>
/// <param name="Address">A web address; empty for none.</param>
/// <param name="Reference">Where a document is kept; empty for none.</param>
/// <param name="Date">Its date; null where none is given.</param>
/// <param name="Sha256">SHA-256 of the file in hexadecimal digits; empty where it was not noted.</param>
/// <param name="Where">Where it is named.</param>
public sealed record Evidence(LocalText Title, string Path, string Address, string Reference, DateOnly? Date, string Sha256, Place Where)
{
    private const int DigestDigits = 64;

    /// <summary>Where it is to be found, as text.</summary>
    public string Location => Path.Length > 0 ? Path : Address.Length > 0 ? Address : Reference;

    /// <summary>Compares it with the file.</summary>
    /// <param name="digestOf">Gives the SHA-256 of a file in small hexadecimal digits by its path; null where there is none.</param>
    public EvidenceState StateOf(Func<string, string?> digestOf) => Path.Length == 0 ? EvidenceState.Elsewhere
        : digestOf(Path) is not { } digest ? EvidenceState.Missing
        : Sha256.Length == 0 ? EvidenceState.Present
        : digest.Equals(Sha256, StringComparison.OrdinalIgnoreCase) ? EvidenceState.Unchanged
        : EvidenceState.Changed;

    /// <summary>Says what is wrong with the files of evidence (TZ2961, TZ2962).</summary>
    public static IEnumerable<Diagnostic> Check(IEnumerable<Evidence> evidence, Func<string, string?> digestOf) =>
        from one in evidence
        let state = one.StateOf(digestOf)
        where state is EvidenceState.Missing or EvidenceState.Changed
        select (state == EvidenceState.Missing ? EvidenceDiagnostics.Missing : EvidenceDiagnostics.Changed).At(one.Where, one.Path);

    /// <summary>Reads the evidence that a section lists.</summary>
    /// <param name="section">The section.</param>
    /// <param name="latest">No evidence can be later than this day; null for no bound.</param>
    /// <param name="diagnostics">Receives TZ0101 to TZ0104, TZ2960, TZ2963 to TZ2964, TZ2968.</param>
    internal static IReadOnlyList<Evidence> ReadAll(YamlSection section, DateOnly? latest, ICollection<Diagnostic> diagnostics) =>
        [.. section.Sections("evidence").Select(one => Read(one, latest, diagnostics))];

    private static Evidence Read(YamlSection section, DateOnly? latest, ICollection<Diagnostic> diagnostics)
    {
        var title = LocalText.Read(section, "title", diagnostics, required: true);
        var evidence = new Evidence(title, section.Text("path") ?? "", section.Text("url") ?? "", section.Text("reference") ?? "",
            section.Date("date"), section.Text("sha256") ?? "", section.Place);
        section.RejectUnknownKeys();
        if (evidence.Location.Length == 0)
        {
            diagnostics.Add(EvidenceDiagnostics.Nowhere.At(section.Place, ""));
        }

        if (evidence.Path.Contains("..", StringComparison.Ordinal) || evidence.Path.StartsWith('/') || evidence.Path.AsSpan().ContainsAny('\\', ':'))
        {
            diagnostics.Add(EvidenceDiagnostics.Outside.At(section.PlaceOf("path"), evidence.Path));
        }

        if (evidence.Sha256.Length > 0 && (evidence.Sha256.Length != DigestDigits || !evidence.Sha256.All(char.IsAsciiHexDigit)))
        {
            diagnostics.Add(EvidenceDiagnostics.NoDigest.At(section.PlaceOf("sha256"), evidence.Sha256));
        }

        if (evidence.Date > latest)
        {
            diagnostics.Add(EvidenceDiagnostics.TooLate.At(section.PlaceOf("date"), evidence.Date.Value.ToString("O", CultureInfo.InvariantCulture), $"at the latest {latest:O}"));
        }

        return evidence;
    }
}
