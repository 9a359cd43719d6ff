namespace Tamiz.Tests.House.Planted.Evaluation;

/// <summary>Stands late in a row of parts.</summary>
internal sealed class LateException : Exception;
