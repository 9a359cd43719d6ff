namespace Tamiz.Documents.Charts;

/// <summary>The outlines of marks, one for each series: circle, square, triangle, diamond, and so on again.</summary>
internal static class Marks
{
    private const int Forms = 4;

    // A circle as sixteen corners; the eighth parts of a right angle are written out.
    private static readonly (double X, double Y)[] Quarter = [(1, 0), (0.9239, 0.3827), (0.7071, 0.7071), (0.3827, 0.9239)];

    public static IReadOnlyList<(double X, double Y)> Outline(Spot spot)
    {
        (double X, double Y)[] form = (spot.Form % Forms) switch
        {
            0 => [.. Quarter, .. Quarter.Select(p => (-p.Y, p.X)), .. Quarter.Select(p => (-p.X, -p.Y)), .. Quarter.Select(p => (p.Y, -p.X))],
            1 => [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
            2 => [(0, -1.2), (1.15, 0.9), (-1.15, 0.9)],
            _ => [(0, -1.3), (1.2, 0), (0, 1.3), (-1.2, 0)],
        };
        return [.. form.Select(point => (spot.X + (point.X * spot.Radius), spot.Y + (point.Y * spot.Radius)))];
    }
}
