namespace Tamiz.Simulation.Checking;

/// <summary>Columns of items. Money is in the world's currency, mass in kilograms; what is missing is not a number.</summary>
internal sealed class ItemColumns
{
    public List<int> Declaration { get; } = [];

    public List<int> Sequence { get; } = [];

    /// <summary>The item before in the same version; -1 for none.</summary>
    public List<int> Before { get; } = [];

    public List<int> Subheading { get; } = [];

    public List<int> Origin { get; } = [];

    public List<int> Procedure { get; } = [];

    public List<bool> Preference { get; } = [];

    public List<float> Rate { get; } = [];

    public List<float> NetMass { get; } = [];

    public List<float> Quantity { get; } = [];

    public List<double> Value { get; } = [];

    public List<double> Taxes { get; } = [];

    public List<ItemKind> Kind { get; } = [];

    public List<int> Scheme { get; } = [];

    public List<double> Evaded { get; } = [];

    public int Count => Declaration.Count;
}
