using Tamiz.Evaluation;
using Tamiz.Facts;
using Tamiz.Flow;
using Tamiz.History;
using Tamiz.Models;

namespace Tamiz.Storage;

/// <summary>Sends the declarations of files on their way and writes what was decided.</summary>
/// <param name="Home">What the administration has set.</param>
/// <param name="Keys">Keys of history.</param>
/// <param name="Seed">Key of the draws.</param>
/// <param name="Threads">Threads for reading, weighing and writing; the result is the same for any number.</param>
public sealed record AssessmentRun(Home Home, KeySet Keys, byte[] Seed, int Threads)
{
    private const int BatchSize = 128;

    /// <summary>Weights to use; null for the experts'.</summary>
    public AdditiveModel? Model { get; init; }

    /// <summary>Whether files, by their index, only teach: they reach history with their findings, and are not given out.</summary>
    public IReadOnlyList<bool> Teaches { get; init; } = [];

    /// <summary>Called now and then with the declarations decided so far.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>Fits weights on the findings of files: the snapshot that a run begins with.</summary>
    /// <param name="input">The files.</param>
    /// <param name="area">Risk area of the findings.</param>
    public AdditiveModel Learn(InputSet input, string area)
    {
        var evaluator = new Evaluator(Home, Keys, area, Seed);
        var plan = new EvaluationPlan([.. input.Files.Select((_, index) => !IsTeaching(index))]);
        return input.Run((declarations, _, _) => evaluator.Fit(declarations, plan), null, static _ => { });
    }

    /// <summary>Decides all declarations in order, a batch after the other.</summary>
    public IEnumerable<List<DecidedDeclaration>> Decide(IEnumerable<LodgedDeclaration> declarations) => Decide(declarations, null);

    private IEnumerable<List<DecidedDeclaration>> Decide(IEnumerable<LodgedDeclaration> declarations, FactRows? rows)
    {
        var course = new Course(Home, Keys, Model, Seed, rows);
        // Joining rows and gathering share a thread of their own, selecting has the caller's: each has a state, in one order.
        var gathered = OrderedStage.Ahead(OrderedStage.Batch(declarations.Select(lodged => (Lodged: lodged, Gathered: course.Gather(lodged.Declaration, learn: true))), BatchSize), Threads);
        var assessed = OrderedStage.Map(
            gathered, batch => batch.ConvertAll(one => (one.Lodged, Assessed: course.Assessor.Assess(one.Gathered), Draw: course.Draw(one.Lodged.Declaration))), Threads);
        long count = 0;
        foreach (var batch in assessed)
        {
            // Files that teach go the whole way too, so that the bid price has a past; only the others are given out.
            var decided = batch.ConvertAll(one => new DecidedDeclaration(one.Assessed, course.Select(one.Assessed, one.Draw), one.Lodged));
            GiveBack(decided.Where(one => IsTeaching(one.Lodged.File)), rows);
            decided.RemoveAll(one => IsTeaching(one.Lodged.File));
            yield return decided;
            count += decided.Count;
            Progress?.Invoke(count);
        }
    }

    /// <summary>Decides all declarations, writes them, and sums them up.</summary>
    /// <param name="declarations">In order.</param>
    /// <param name="output">Path of a CSV or Parquet file; null to sum up only.</param>
    /// <param name="words">Language of the reasons.</param>
    /// <param name="summary">Sums up.</param>
    public void Write(IEnumerable<LodgedDeclaration> declarations, string? output, Phrasebook words, AssessmentSummary summary)
    {
        using var writer = output is null ? null : new AssessmentWriter(output);
        var rows = new FactRows();
        foreach (var (batch, lines) in OrderedStage.Map(Decide(declarations, rows), batch => (batch, Lines(writer, batch, words)), Threads))
        {
            summary.Add(batch);
            if (lines is not null)
            {
                writer?.WriteLines(lines);
            }
            else
            {
                writer?.WriteRows(batch, words);
            }

            GiveBack(batch.Where(declaration => !summary.Holds(declaration)), rows);
        }

        writer?.Keep();
    }

    private static Utf8Text? Lines(AssessmentWriter? writer, List<DecidedDeclaration> batch, Phrasebook words) =>
        writer is { WantsLines: true } ? writer.Lines(batch, words) : null;

    private static void GiveBack(IEnumerable<DecidedDeclaration> unread, FactRows? rows)
    {
        foreach (var declaration in unread)
        {
            foreach (var item in declaration.Assessed.Gathered.Items)
            {
                rows?.Return(item.Facts);
            }
        }
    }

    private bool IsTeaching(int file) => file < Teaches.Count && Teaches[file];
}
