namespace Tamiz.Cli;

/// <summary>What assess was asked for.</summary>
internal sealed record AssessRequest(string[] Files, string[] Learn, string? Output, long Seed, int Threads)
{
    /// <summary>Where refused rows are kept: beside the output.</summary>
    public string? QuarantinePath => Output is null ? null : Path.ChangeExtension(Output, null) + ".quarantine.csv";
}
