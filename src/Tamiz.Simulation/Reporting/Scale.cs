namespace Tamiz.Simulation.Reporting;

/// <summary>From values to places on an axis, with round marks.</summary>
internal sealed class Scale
{
    private readonly double _from;
    private readonly double _to;
    private readonly bool _logarithmic;

    private Scale(double from, double to, bool logarithmic, IReadOnlyList<double> marks) => (_from, _to, _logarithmic, Marks) = (from, to, logarithmic, marks);

    /// <summary>Values that are marked on the axis.</summary>
    public IReadOnlyList<double> Marks { get; }

    /// <summary>From 0 to a round number that holds all values.</summary>
    public static Scale Linear(IEnumerable<double> values)
    {
        var largest = values.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        largest = largest > 0 ? largest : 1;
        var step = 1e-9;
        var (factor, place) = (new[] { 2, 2.5, 2 }, 0);
        while (step * 5 < largest)
        {
            step *= factor[place++ % 3];
        }

        var marks = new List<double> { 0 };
        while (marks[^1] < largest)
        {
            marks.Add(step * marks.Count);
        }

        return new Scale(0, marks[^1], logarithmic: false, marks);
    }

    /// <summary>From a power of ten to a power of ten.</summary>
    public static Scale Logarithmic(IEnumerable<double> values)
    {
        var positive = values.Where(value => value > 0 && double.IsFinite(value)).DefaultIfEmpty(1).ToList();
        var mark = 1.0;
        while (mark > positive.Min())
        {
            mark /= 10;
        }

        while (mark * 10 <= positive.Min())
        {
            mark *= 10;
        }

        var marks = new List<double> { mark };
        do
        {
            marks.Add(marks[^1] * 10);
        }
        while (marks[^1] < positive.Max());

        return new Scale(Elementary.Log(marks[0]), Elementary.Log(marks[^1]), logarithmic: true, marks);
    }

    /// <summary>0 at the beginning of the axis, 1 at its end; what is no number stands at the beginning.</summary>
    public double Of(double value)
    {
        if (!double.IsFinite(value) || (_logarithmic && value <= 0))
        {
            return 0;
        }

        return Math.Clamp(((_logarithmic ? Elementary.Log(value) : value) - _from) / (_to - _from), 0, 1);
    }
}
