namespace Tamiz.Simulation.Examining;

/// <summary>
/// What examinations bring, by what is true: a full examination by the inspector who was assigned, with what that inspector misses. Of draws, the mean.
/// </summary>
/// <param name="Examined">Declarations examined.</param>
/// <param name="Hits">Of these, declarations in which something wrong is found, fraud or error.</param>
/// <param name="Recovered">Duties and taxes of what is found, hundredths of the country's currency.</param>
/// <param name="NonFiscalFound">Declarations in which goods that are prohibited, restricted or counterfeit are found.</param>
/// <param name="NonFiscal">Declarations that hide such goods, found or not.</param>
public sealed record ExamFigures(double Examined, double Hits, double Recovered, double NonFiscalFound, int NonFiscal)
{
    /// <summary>Hits over examinations; not a number where there are none.</summary>
    public double HitRate => Hits / Examined;

    /// <summary>Share of the non-fiscal frauds that are found; not a number where there are none.</summary>
    public double NonFiscalShare => NonFiscalFound / NonFiscal;
}
