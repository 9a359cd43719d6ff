namespace Tamiz.Tests.House.Planted.Reference;

/// <summary>Stands early in a row of parts and uses what stands late: planted, to show that the house test finds it.</summary>
internal static class Early
{
    public static int Wrong() => new Evaluation.Late().Value;
}
