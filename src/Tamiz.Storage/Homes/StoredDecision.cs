using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Flow;
using Tamiz.Ledger;

namespace Tamiz.Storage.Homes;

/// <summary>A decision as the ledger holds it: the declaration, what was known and weighed, its draw and its lane.</summary>
/// <param name="Entered">The declaration.</param>
/// <param name="Assessment">What was known and weighed.</param>
/// <param name="Draw">Its draw; of an amended declaration, the draw of the first version.</param>
/// <param name="Lane">Its lane.</param>
public sealed record StoredDecision(DeclarationEntered Entered, AssessmentMade Assessment, Draw Draw, LaneGiven Lane)
{
    /// <summary>What is known about it, as it was known then.</summary>
    /// <param name="name">Who stands behind pseudonyms.</param>
    /// <param name="course">The course under which it was decided.</param>
    public GatheredDeclaration Gathered(Func<PartyRef, Party?> name, Course course)
    {
        var declaration = Entered.Named(name);
        var items = declaration.Items.Zip(Assessment.Facts, (item, facts) => new GatheredItem(declaration, item, course.Derivation.Restore(facts)));
        return new GatheredDeclaration(declaration, [.. items], [.. Assessment.Attached.Select(evidence => PseudonymousEvidence.Named(evidence, declaration, course.Home.Knowledge.Names))], Assessment.Gaps, []);
    }
}
