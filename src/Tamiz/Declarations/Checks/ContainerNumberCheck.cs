using System.Globalization;

namespace Tamiz.Declarations.Checks;

/// <summary>Container numbers have the form and the check digit of ISO 6346; blanks and hyphens do not matter.</summary>
internal sealed class ContainerNumberCheck : Check
{
    private static readonly DiagnosticRule Form = new("TZ1201", Severity.Warning, "not a container number of ISO 6346",
        "three letters, U, J or Z, seven digits", "Compare with the transport document.");

    private static readonly DiagnosticRule Digit = new("TZ1202", Severity.Warning, "the container number's check digit is wrong",
        "another check digit", "Compare with the transport document: a character was mistyped or the number invented.");

    internal override IReadOnlyList<DiagnosticRule> Rules { get; } = [Form, Digit];

    internal override void Run(in CheckScope scope)
    {
        var containers = scope.Declaration.Containers;
        for (var i = 0; i < containers.Count; i++)
        {
            if (!string.IsNullOrEmpty(containers[i]))
            {
                RunOne(scope, containers[i], i);
            }
        }
    }

    private static void RunOne(in CheckScope scope, string written, int index)
    {
        Span<char> number = stackalloc char[ContainerNumber.Length];
        if (!ContainerNumber.TryRead(written, number))
        {
            scope.Report(Form, FieldOf(scope, index), written);
            return;
        }

        var digit = ContainerNumber.CheckDigit(number[..^1]);
        if (number[^1] - '0' != digit)
        {
            scope.Report(Digit, FieldOf(scope, index), written, "check digit " + digit.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string FieldOf(in CheckScope scope, int index) =>
        CheckScope.Numbered("container.number", index + 1, scope.Declaration.Containers.Count);
}
