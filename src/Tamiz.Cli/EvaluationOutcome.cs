using Tamiz.Evaluation;
using Tamiz.Flow;
using Tamiz.Models;

namespace Tamiz.Cli;

/// <summary>What came of an evaluation: weights, judged items, families of evidence, rows.</summary>
internal sealed record EvaluationOutcome(AdditiveModel Model, IReadOnlyList<JudgedItem> Items, FamilyShares Families, Tally Tally);
