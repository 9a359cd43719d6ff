namespace Tamiz.Tests.House.Planted.Reference;

/// <summary>Planted: uses what stands late only as the element of an array in a signature.</summary>
internal static class EarlyBySignature
{
    public static int Wrong(IReadOnlyList<Evaluation.Late[]> all) => all.Count;
}
