namespace Tamiz.Declarations;

/// <summary>A person or company in a declaration, as lodged.</summary>
/// <param name="Id">The administration's identifier (tax number); null where none was given.</param>
/// <param name="Name">Name as written.</param>
/// <param name="Address">Address as written, on one line.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code as written.</param>
public sealed record Party(string? Id, string? Name = null, string? Address = null, string? Country = null);
