using BenchmarkDotNet.Running;

// From the project's root: dotnet run -c Release --project bench/Tamiz.Bench -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Tamiz.Bench.StageBenchmarks).Assembly).Run(args);
