namespace Tamiz.Tests.House.Planted.Reference;

/// <summary>Planted: uses what stands late only as the argument of a generic method.</summary>
internal static class EarlyByArgument
{
    public static int Wrong() => Array.Empty<Evaluation.Late>().Length;
}
