using Tamiz.Declarations;
using Tamiz.Formats.Csv;

namespace Tamiz.Formats.Mappings;

/// <summary>Reads what a control found, as a mapping says where it stands.</summary>
internal sealed class FindingReader(ColumnPlan plan, FindingMapping mapping, ValueReader values)
{
    private readonly string[] _nonCompliant = [.. mapping.NonCompliant];
    private readonly string[] _compliant = [.. mapping.Compliant];
    private Finding? _lastNonCompliant;
    private Finding? _lastCompliant;

    /// <summary>The finding of a row; null where there is none, or with the problem for which the row is refused.</summary>
    public Finding? Read(in RowFields row, Instant lodgedAt, ref List<Diagnostic>? said, out Diagnostic? problem)
    {
        problem = null;
        var value = row[plan.Finding];
        if (values.IsMissing(value))
        {
            return null;
        }

        var text = values.Text(value);
        var nonCompliant = _nonCompliant.Contains(text, StringComparer.Ordinal);
        if (!nonCompliant && !_compliant.Contains(text, StringComparer.Ordinal))
        {
            problem = CsvDiagnostics.UnknownFinding.At(plan.At(row, plan.Finding), text, string.Join(", ", _compliant.Concat(_nonCompliant)));
            return null;
        }

        var known = ReadKnown(row, lodgedAt, ref said, out problem);
        var recovered = problem is null ? ReadRecovered(row, out problem) : null;
        return problem is not null ? null : Same(nonCompliant, known, recovered);
    }

    /// <summary>Findings of one day are one and the same record.</summary>
    private Finding Same(bool nonCompliant, Instant known, decimal? recovered)
    {
        if (recovered is not null)
        {
            return new Finding(nonCompliant, known, mapping.Area, recovered);
        }

        ref var last = ref nonCompliant ? ref _lastNonCompliant : ref _lastCompliant;
        return last is not null && last.KnownAt == known ? last : last = new Finding(nonCompliant, known, mapping.Area);
    }

    private decimal? ReadRecovered(in RowFields row, out Diagnostic? problem)
    {
        problem = null;
        var value = plan.Recovered < 0 ? [] : row[plan.Recovered];
        if (values.IsMissing(value))
        {
            return null;
        }

        if (values.NumbersOf(row.KindOf(plan.Recovered)).TryRead(value, out var money) && Math.Abs(money) <= ValueReader.MaxNumber)
        {
            return money;
        }

        problem = CsvDiagnostics.NotANumber.At(plan.At(row, plan.Recovered), values.Text(value), values.NumberForm);
        return null;
    }

    private Instant ReadKnown(in RowFields row, Instant lodgedAt, ref List<Diagnostic>? said, out Diagnostic? problem)
    {
        problem = null;
        var stated = lodgedAt.AddDays(mapping.DelayDays);
        if (plan.Known < 0)
        {
            return stated;
        }

        var value = row[plan.Known];
        if (values.IsMissing(value))
        {
            // Without a date and without a stated delay nobody knows when it became known, so it never teaches.
            return mapping.DelayDays == 0 ? Instant.Latest : stated;
        }

        var text = values.Text(value);
        if (!values.DatesOf(row.KindOf(plan.Known)).TryRead(text, out var known, out _))
        {
            problem = CsvDiagnostics.NotADate.At(plan.At(row, plan.Known), text, values.DateForm);
            return stated;
        }

        if (known < lodgedAt)
        {
            (said ??= []).Add(CsvDiagnostics.FindingBeforeLodgement.At(plan.At(row, plan.Known), text, $"on or after {lodgedAt}"));
            return lodgedAt;
        }

        return known;
    }
}
