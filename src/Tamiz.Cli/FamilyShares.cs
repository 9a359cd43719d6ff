using Tamiz.Assessment;
using Tamiz.Facts;

namespace Tamiz.Cli;

/// <summary>How much each family of evidence moved the risks of judged declarations.</summary>
internal sealed class FamilyShares
{
    private readonly double[] _sums = new double[Enum.GetValues<EvidenceFamily>().Length];

    public int Declarations { get; private set; }

    public void Clear()
    {
        Array.Clear(_sums);
        Declarations = 0;
    }

    public void Add(AssessedDeclaration assessed)
    {
        Declarations++;
        foreach (var evidence in assessed.Areas.SelectMany(area => area.Evidence))
        {
            _sums[(int)evidence.Family] += Math.Abs(evidence.Contribution);
        }
    }

    /// <summary>Mean absolute log-odds by family.</summary>
    public double Mean(EvidenceFamily family) => Declarations == 0 ? 0 : _sums[(int)family] / Declarations;
}
