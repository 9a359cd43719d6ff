using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Tamiz.Tests.House;

/// <summary>Finds types that use a part which stands after their own, or that stand in no part of the row.</summary>
internal static class RowOfParts
{
    private static readonly string[] Parts =
    [
        "", "Reference", "Declarations", "Formats", "History", "Facts", "Language", "Screening", "Intelligence", "Profiles", "Models",
        "Assessment", "Selection", "Controls", "Ledger", "Flow", "Audits", "Integrity", "Evaluation",
    ];

    /// <summary>The offenders in the namespaces under a root, each as "Type → Type"; a lambda counts as the type that it stands in.</summary>
    public static IReadOnlyList<string> Offenders(string assembly, string root)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        var offenders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in module.GetTypes().Where(type => IsUnder(type, root)))
        {
            var place = PlaceOf(type, root);
            if (place < 0)
            {
                offenders.Add($"{NameOf(type)} → no part of the row");
                continue;
            }

            foreach (var used in Used(type).Where(used => used.Scope is ModuleDefinition && IsUnder(used, root) && PlaceOf(used, root) > place))
            {
                offenders.Add($"{NameOf(type)} → {NameOf(used)}");
            }
        }

        return [.. offenders];
    }

    public static bool KnowsPart(string part) => Parts.Contains(part, StringComparer.Ordinal);

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string NameOf(TypeReference type) => Outermost(type).FullName;

    private static bool IsUnder(TypeReference type, string root) =>
        (Outermost(type).Namespace + ".").StartsWith(root + ".", StringComparison.Ordinal);

    private static int PlaceOf(TypeReference type, string root)
    {
        var space = Outermost(type).Namespace;
        return Array.IndexOf(Parts, space.Length == root.Length ? "" : space[(root.Length + 1)..].Split('.')[0]);
    }

    private static IEnumerable<TypeReference> Used(TypeDefinition type)
    {
        IEnumerable<TypeReference?> direct =
        [
            type.BaseType,
            .. type.Interfaces.Select(one => one.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Methods.SelectMany(OfSignature),
            .. type.Methods.Where(method => method.HasBody).SelectMany(method => OfBody(method.Body)),
            .. OfConstraints(type),
            .. Attributed(type).SelectMany(OfAttributes),
        ];
        return direct.SelectMany(Parted);
    }

    private static IEnumerable<ICustomAttributeProvider> Attributed(TypeDefinition type) =>
    [
        type,
        .. type.GenericParameters,
        .. type.Interfaces,
        .. type.Fields,
        .. type.Properties,
        .. type.Events,
        .. type.Methods,
        .. type.Methods.Select(method => method.MethodReturnType),
        .. type.Methods.SelectMany(method => method.Parameters),
        .. type.Methods.SelectMany(method => method.GenericParameters),
    ];

    private static IEnumerable<TypeReference?> OfAttributes(ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            yield return attribute.AttributeType;
            var named = attribute.Properties.Concat(attribute.Fields).Select(one => one.Argument);
            foreach (var argument in attribute.ConstructorArguments.Concat(named))
            {
                yield return argument.Type;
                yield return argument.Value as TypeReference;
            }
        }
    }

    private static IEnumerable<TypeReference> OfConstraints(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference> OfSignature(MethodReference method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. OfConstraints(method),
        .. method is MethodDefinition { HasOverrides: true } definition ? definition.Overrides.Select(one => one.DeclaringType) : [],
    ];

    private static IEnumerable<TypeReference?> OfBody(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(OfInstruction),
    ];

    private static IEnumerable<TypeReference?> OfInstruction(Instruction instruction) => instruction.Operand switch
    {
        TypeReference used => [used],
        FieldReference used => [used.DeclaringType, used.FieldType],
        GenericInstanceMethod used => [used.DeclaringType, .. used.GenericArguments, .. OfSignature(used)],
        MethodReference used => [used.DeclaringType, .. OfSignature(used)],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parted(TypeReference? type) => type switch
    {
        null => [],
        GenericInstanceType generic => [.. generic.GenericArguments.SelectMany(Parted), generic.ElementType],
        IModifierType modifier and TypeSpecification specification => [modifier.ModifierType, .. Parted(specification.ElementType)],
        FunctionPointerType pointer => [.. Parted(pointer.ReturnType), .. pointer.Parameters.SelectMany(parameter => Parted(parameter.ParameterType))],
        TypeSpecification specification => Parted(specification.ElementType),
        _ => [type],
    };
}
