namespace Tamiz.Tests.House.Planted.Reference;

/// <summary>Planted: uses what stands late only inside a lambda.</summary>
internal static class EarlyByLambda
{
    public static Func<int> Wrong() => static () => new Evaluation.Late().Value;
}
