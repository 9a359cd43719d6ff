using Tamiz.Declarations;
using Tamiz.Screening;

namespace Tamiz.Intelligence;

/// <summary>A field and the values of which it has to have one.</summary>
/// <param name="Field">The field.</param>
/// <param name="Values">Codes whatever their case; HS codes with everything below them; names in normal form; container numbers without spaces.</param>
public sealed record ReportCondition(Field Field, IReadOnlyList<string> Values)
{
    private const int StackLength = 512;

    /// <summary>How the values are compared.</summary>
    internal ValueKind Kind { get; } = KindOf(Field.Id);

    /// <summary>A value in the form in which conditions hold it; empty where nothing comparable is left.</summary>
    /// <param name="field">Id of the field.</param>
    /// <param name="value">As written in a report.</param>
    public static string Comparable(string field, string value) => KindOf(field) switch
    {
        ValueKind.Name => NormalName.Of(value),
        ValueKind.Heading => string.Concat(value.Where(c => c is not ('.' or ' '))),
        ValueKind.Container => string.Concat(value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant(),
        _ => value.Trim(),
    };

    /// <summary>Whether the field is missing in a declaration: no value, or blanks alone.</summary>
    internal bool IsMissing(Declaration declaration, Item item) => Kind switch
    {
        ValueKind.Heading => string.IsNullOrWhiteSpace(item.Hs),
        ValueKind.Container => declaration.Containers.Count == 0,
        _ => string.IsNullOrWhiteSpace(Field.Read(declaration, item)),
    };

    /// <summary>Whether the condition holds; allocates nothing.</summary>
    internal Truth Judge(Declaration declaration, Item item)
    {
        if (IsMissing(declaration, item))
        {
            return Truth.Unknown;
        }

        switch (Kind)
        {
            case ValueKind.Heading:
                return JudgeHeading(item.Hs!);
            case ValueKind.Container:
                return Container(declaration) is null ? Truth.False : Truth.True;
            case ValueKind.Name:
                Span<char> stack = stackalloc char[StackLength];
                return Contains(Normal(Field.Read(declaration, item)!, stack)) ? Truth.True : Truth.False;
            default:
                return Contains(Field.Read(declaration, item).AsSpan().Trim()) ? Truth.True : Truth.False;
        }
    }

    /// <summary>The value that met the condition, as lodged.</summary>
    internal string Decided(Declaration declaration, Item item) => Kind switch
    {
        ValueKind.Heading => item.Hs!,
        ValueKind.Container => Container(declaration)!,
        _ => Field.Read(declaration, item)!,
    };

    /// <summary>A name in normal form, in the span where it fits.</summary>
    internal static ReadOnlySpan<char> Normal(string name, Span<char> into)
    {
        var length = NormalName.Write(name, into);
        return length >= 0 ? into[..length] : NormalName.Of(name);
    }

    /// <summary>The letters and digits of a container number; nothing where they do not fit.</summary>
    internal static ReadOnlySpan<char> Compact(string number, Span<char> into)
    {
        var length = 0;
        foreach (var c in number)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                continue;
            }

            if (length == into.Length)
            {
                return default;
            }

            into[length++] = c;
        }

        return into[..length];
    }

    /// <summary>How the values of a field are compared.</summary>
    internal static ValueKind KindOf(string field) => field switch
    {
        "item.hs" or "item.hs2" or "item.hs4" or "item.hs6" => ValueKind.Heading,
        "container.number" => ValueKind.Container,
        "declaration.transportName" => ValueKind.Name,
        _ when field.EndsWith(".name", StringComparison.Ordinal) && !field.Contains(".code.", StringComparison.Ordinal)
            && !field.Contains(".class.", StringComparison.Ordinal) => ValueKind.Name,
        _ => ValueKind.Code,
    };

    /// <summary>A code that is shorter than a value which begins with it does not say whether the goods are below that value.</summary>
    private Truth JudgeHeading(string hs)
    {
        var truth = Truth.False;
        for (var i = 0; i < Values.Count; i++)
        {
            if (hs.StartsWith(Values[i], StringComparison.Ordinal))
            {
                return Truth.True;
            }

            truth = Values[i].StartsWith(hs, StringComparison.Ordinal) ? Truth.Unknown : truth;
        }

        return truth;
    }

    private string? Container(Declaration declaration)
    {
        Span<char> stack = stackalloc char[32];
        for (var i = 0; i < declaration.Containers.Count; i++)
        {
            if (Contains(Compact(declaration.Containers[i], stack)))
            {
                return declaration.Containers[i];
            }
        }

        return null;
    }

    private bool Contains(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < Values.Count; i++)
        {
            if (value.Length > 0 && value.Equals(Values[i], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
