using Mono.Cecil;

namespace Tamiz.Tests.House;

/// <summary>Finds types that use a part which stands after their own.</summary>
internal static class RowOfParts
{
    private static readonly string[] Parts =
    [
        "", "Reference", "Declarations", "Formats", "History", "Facts", "Language", "Screening", "Intelligence", "Profiles", "Models",
        "Assessment", "Selection", "Controls", "Ledger", "Flow", "Audits", "Integrity", "Evaluation",
    ];

    public static IReadOnlyList<string> Offenders(string assembly, string root)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        var offenders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in module.GetTypes().Where(type => PlaceOf(type.FullName, root) >= 0))
        {
            foreach (var used in Used(type).Where(used => used.Scope == module || used.Scope is ModuleDefinition))
            {
                if (PlaceOf(used.FullName, root) > PlaceOf(type.FullName, root))
                {
                    offenders.Add($"{type.FullName} → {used.FullName}");
                }
            }
        }

        return [.. offenders];
    }

    public static bool KnowsPart(string part) => Parts.Contains(part, StringComparer.Ordinal);

    private static int PlaceOf(string fullName, string root)
    {
        if (!fullName.StartsWith(root + ".", StringComparison.Ordinal))
        {
            return -1;
        }

        var rest = fullName[(root.Length + 1)..].Split('/')[0].Split('.');
        return rest.Length == 1 ? 0 : Array.IndexOf(Parts, rest[0]);
    }

    private static IEnumerable<TypeReference> Used(TypeDefinition type)
    {
        var direct = new List<TypeReference?> { type.BaseType };
        direct.AddRange(type.Interfaces.Select(one => one.InterfaceType));
        direct.AddRange(type.Fields.Select(field => field.FieldType));
        direct.AddRange(type.CustomAttributes.Select(attribute => attribute.AttributeType));
        foreach (var method in type.Methods)
        {
            direct.Add(method.ReturnType);
            direct.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            foreach (var instruction in method.HasBody ? method.Body.Instructions : [])
            {
                direct.Add(instruction.Operand switch
                {
                    TypeReference used => used,
                    MethodReference used => used.DeclaringType,
                    FieldReference used => used.DeclaringType,
                    _ => null,
                });
            }

            direct.AddRange(method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : []);
        }

        return direct.OfType<TypeReference>().SelectMany(Parted);
    }

    private static IEnumerable<TypeReference> Parted(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parted).Append(generic.ElementType),
        TypeSpecification specification => Parted(specification.ElementType),
        _ => [type],
    };
}
