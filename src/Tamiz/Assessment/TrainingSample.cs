namespace Tamiz.Assessment;

/// <summary>A controlled item with its facts as of its lodgement and its result.</summary>
/// <param name="LodgedOn">Date of lodgement.</param>
/// <param name="Signals">The indicators' signals.</param>
/// <param name="NonCompliant">What the control found.</param>
public readonly record struct TrainingSample(DateOnly LodgedOn, float[] Signals, bool NonCompliant);
