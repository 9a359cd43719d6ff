namespace Tamiz.Tests.House.Planted.Reference;

/// <summary>Planted: uses what stands late only as an attribute of a method.</summary>
internal static class EarlyByAttribute
{
    [Evaluation.Late]
    public static int Wrong() => 1;
}
