using Tamiz.Integrity.Factors;
using Tamiz.Integrity.Reading;

namespace Tamiz.Integrity.Assessments;

/// <summary>A question of the self-assessment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Factor">The factor that it belongs to.</param>
/// <param name="Text">Its words.</param>
/// <param name="Levels">What is seen at each level, from 0 to 4.</param>
public sealed record Question(string Id, Factor Factor, LocalText Text, IReadOnlyList<LocalText> Levels)
{
    /// <summary>The highest level.</summary>
    public const int Highest = 4;
}
