namespace Tamiz.Intelligence;

/// <summary>How the values of a field are compared.</summary>
internal enum ValueKind
{
    /// <summary>The same text, whatever its case.</summary>
    Code,

    /// <summary>A Harmonized System code, which stands for everything below it.</summary>
    Heading,

    /// <summary>The same name once normal.</summary>
    Name,

    /// <summary>The same letters and digits, of any container of the declaration.</summary>
    Container,
}
