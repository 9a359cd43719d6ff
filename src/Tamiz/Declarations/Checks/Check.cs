namespace Tamiz.Declarations.Checks;

/// <summary>One thing that is checked on every declaration. Never throws, and allocates only to report.</summary>
internal abstract class Check
{
    /// <summary>The rules that this check can report.</summary>
    internal abstract IReadOnlyList<DiagnosticRule> Rules { get; }

    /// <summary>Reports what is wrong; leaves what is missing alone.</summary>
    internal abstract void Run(in CheckScope scope);
}
