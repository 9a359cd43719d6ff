namespace Tamiz.Tests.House.Planted.Evaluation;

/// <summary>Stands late in a row of parts.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LateAttribute : Attribute;
