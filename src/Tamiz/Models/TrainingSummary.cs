namespace Tamiz.Models;

/// <summary>What weights were fitted on.</summary>
/// <param name="Items">Controlled items whose result was known and whose facts were read as of their lodgement.</param>
/// <param name="Hits">Irregularities among them.</param>
/// <param name="From">Lodgement of the first.</param>
/// <param name="To">Lodgement of the last.</param>
/// <param name="CalibratedFrom">From this lodgement on, items calibrated the model instead of fitting weights.</param>
public sealed record TrainingSummary(int Items, int Hits, DateOnly From, DateOnly To, DateOnly CalibratedFrom);
