namespace Tamiz;

/// <summary>Bins for positive numbers, an eighth of a doubling wide each, read off the bits of the number.</summary>
public static class LogBin
{
    /// <summary>The bin of a positive, finite number; higher numbers have higher bins.</summary>
    public static int Of(double value) => (int)((BitConverter.DoubleToInt64Bits(value) >> 49) & 0x3FFF) - (1023 << 3);

    /// <summary>The least number of a bin.</summary>
    public static double LowerEdge(int bin) => Math.ScaleB(1 + ((bin & 7) / 8.0), bin >> 3);

    /// <summary>The middle of a bin.</summary>
    public static double Middle(int bin) => Math.ScaleB(1 + (((bin & 7) + 0.5) / 8), bin >> 3);
}
