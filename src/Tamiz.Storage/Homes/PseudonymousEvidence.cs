using System.Security.Cryptography;
using System.Text;
using Tamiz.Assessment;
using Tamiz.Declarations;

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

    /// <summary>The evidence with the name that was declared, where it is still known.</summary>
    public static AttachedEvidence Named(AttachedEvidence evidence, Declaration declaration)
    {
        if (evidence.Phrase != ListPhrase)
        {
            return evidence;
        }

        var field = evidence.Arguments.FirstOrDefault(argument => argument.Name == "field").Text;
        var value = field is null ? null : Field.Find(field)?.Read(declaration, declaration.Items[0]);
        return evidence with { Arguments = [.. evidence.Arguments.Select(argument => argument.Name == "value" ? argument with { Text = value } : argument)] };
    }
}
