using System.Security.Cryptography;
using System.Text;
using Tamiz.Assessment;
using Tamiz.Declarations;
using Tamiz.Screening;

namespace Tamiz.Storage.Homes;

/// <summary>Evidence without the names of persons, as the ledger holds it.</summary>
public static class PseudonymousEvidence
{
    private const string ListPhrase = "list";
    private const string ListOrigin = "list.";

    /// <summary>The evidence without names: they are taken out of its arguments, and a hash takes the place of one in its origin.</summary>
    public static AttachedEvidence Of(AttachedEvidence evidence) => evidence.Phrase != ListPhrase ? evidence : evidence with
    {
        Origin = ListOrigin + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(evidence.Origin)).AsSpan(0, 8)),
        Arguments = [.. evidence.Arguments.Select(argument => argument.Name is "value" or "name" ? argument with { Text = null } : argument)],
    };

    /// <summary>The evidence with the name that was declared, where it is still known, and the one that the list has for it.</summary>
    /// <param name="evidence">As the ledger holds it.</param>
    /// <param name="declaration">The declaration, with the names that are still known.</param>
    /// <param name="lists">The lists that the assessment used.</param>
    public static AttachedEvidence Named(AttachedEvidence evidence, Declaration declaration, NameIndex lists)
    {
        if (evidence.Phrase != ListPhrase)
        {
            return evidence;
        }

        var (list, entry) = (Text("list"), Text("entry"));
        var value = Text("field") is { } field ? Field.Find(field)?.Read(declaration, declaration.Items[0]) : null;
        var listed = value is null ? null : lists.Find(value).Where(hit => hit.List.Id == list && hit.Entry.Id == entry).Select(hit => hit.Name.Text).FirstOrDefault();
        return evidence with
        {
            Arguments = [.. evidence.Arguments.Select(argument => argument.Name switch { "value" => argument with { Text = value }, "name" => argument with { Text = listed }, _ => argument })],
        };

        string? Text(string name) => evidence.Arguments.FirstOrDefault(argument => argument.Name == name).Text;
    }
}
