namespace Tamiz.Tests.House.Planted.Reference;

/// <summary>Planted: uses what stands late only in a catch clause.</summary>
internal static class EarlyByCatch
{
    public static int Wrong(Func<int> act)
    {
        try
        {
            return act();
        }
        catch (Evaluation.LateException)
        {
            return 0;
        }
    }
}
