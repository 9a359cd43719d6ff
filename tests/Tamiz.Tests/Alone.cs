using Xunit;

namespace Tamiz.Tests;

/// <summary>Tests that nothing may run beside: they set the working folder or the environment, or measure what the runtime does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
