namespace Tamiz.Integrity.Surveys.Disclosure;

/// <summary>The answers of a group to one item, as far as they tell how alike they are.</summary>
internal readonly record struct AnswerGroup(int Count, double Sum, double Least, double NextLeast, double Most, double NextMost)
{
    public static AnswerGroup Empty { get; } =
        new(0, 0, double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    public static AnswerGroup Of(double value) => new(1, value, value, double.PositiveInfinity, value, double.NegativeInfinity);

    public static AnswerGroup operator +(AnswerGroup a, AnswerGroup b) => new(
        a.Count + b.Count,
        a.Sum + b.Sum,
        Math.Min(a.Least, b.Least),
        Math.Min(Math.Max(a.Least, b.Least), Math.Min(a.NextLeast, b.NextLeast)),
        Math.Max(a.Most, b.Most),
        Math.Max(Math.Min(a.Most, b.Most), Math.Max(a.NextMost, b.NextMost)));

    /// <summary>
    /// Whether all, or all but one, answer the same, or the sum alone rules out that some member gave the lowest or the highest answer.
    /// </summary>
    /// <param name="low">The lowest answer there is.</param>
    /// <param name="high">The highest.</param>
    public bool IsAlike(double low, double high) =>
        Least >= NextMost || NextLeast >= Most || Sum - (Count * low) < high - low || (Count * high) - Sum < high - low;
}
