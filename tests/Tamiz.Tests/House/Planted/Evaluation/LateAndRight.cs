namespace Tamiz.Tests.House.Planted.Evaluation;

/// <summary>Stands late and uses what stands early, as it may: not an offender.</summary>
internal static class LateAndRight
{
    public static int Right() => Reference.EarlyByAttribute.Wrong();
}
