using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tamiz.Verifier;

/// <summary>A report in plain English and as JSON.</summary>
public static class ReportText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is said where no escrow was given.</summary>
    public const string WithoutEscrow =
        "No escrow was given: a ledger that was signed anew with the key, or whose end was cut off, is not noticed.";

    /// <summary>The report for a person; the first problem comes first.</summary>
    public static string Plain(VerificationReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Ledger {report.Ledger} of {report.Administration}: {report.Batches} batches, {report.Records} records.\n");
        if (report.Simulated)
        {
            text.Append("It is a simulation's: its instants prove nothing about real time.\n");
        }

        text.Append(report.IsFine ? "All rules hold.\n" : "First broken: ");
        text.AppendJoin("", report.Problems.Select(problem => problem + "\n"));
        foreach (var (rule, count) in report.Broken.OrderBy(broken => broken.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"[{rule}] broken {count} times in all\n");
        }

        if (report.UncheckedFrom is { } from)
        {
            text.Append(CultureInfo.InvariantCulture, $"From batch {from} on records were not held against those before, since some could not be read.\n");
        }

        text.AppendJoin("", report.Notes.Select(note => "Note " + note + "\n"));
        text.Append(report.Escrowed is { } escrowed
            ? string.Create(CultureInfo.InvariantCulture, $"The ledger agrees with {escrowed} escrowed checkpoints{(report.CoveredTo is { } to ? $", up to batch {to}" : "")}.\n")
            : WithoutEscrow + "\n");
        return text.ToString();
    }

    /// <summary>The report as one JSON object.</summary>
    public static string Json(VerificationReport report) => new JsonObject
    {
        ["fine"] = report.IsFine,
        ["ledger"] = report.Ledger,
        ["administration"] = report.Administration,
        ["simulated"] = report.Simulated,
        ["batches"] = report.Batches,
        ["records"] = report.Records,
        ["instant"] = report.Instant,
        ["escrowed"] = report.Escrowed,
        ["coveredTo"] = report.CoveredTo,
        ["uncheckedFrom"] = report.UncheckedFrom,
        ["problems"] = Array(report.Problems),
        ["broken"] = new JsonObject(report.Broken.OrderBy(broken => broken.Key, StringComparer.Ordinal).Select(broken => KeyValuePair.Create(broken.Key, (JsonNode?)broken.Value))),
        ["notes"] = Array(report.Notes),
    }.ToJsonString(Options);

    /// <summary>What a proof without its ledger does not prove, for a person.</summary>
    public static string PlainProof(IReadOnlyList<Discrepancy> problems) => problems.Count == 0
        ? "The record is in the ledger that the checkpoint covers.\n"
        : "Not proved: " + string.Concat(problems.Select(problem => problem + "\n"));

    /// <summary>The same as one JSON object.</summary>
    public static string JsonProof(IReadOnlyList<Discrepancy> problems) =>
        new JsonObject { ["fine"] = problems.Count == 0, ["problems"] = Array(problems) }.ToJsonString(Options);

    private static JsonArray Array(IReadOnlyList<Discrepancy> discrepancies) => new([.. discrepancies.Select(one => new JsonObject
    {
        ["rule"] = one.Rule,
        ["batch"] = one.Where.Batch,
        ["record"] = one.Where.Record,
        ["segment"] = one.Where.Segment,
        ["byte"] = one.Where.Offset,
        ["found"] = one.Found,
        ["expected"] = one.Expected,
    })]);
}
