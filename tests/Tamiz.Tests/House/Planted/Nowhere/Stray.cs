namespace Tamiz.Tests.House.Planted.Nowhere;

/// <summary>Planted: stands in a part that the row does not have.</summary>
internal static class Stray
{
    public static int Wrong() => 1;
}
