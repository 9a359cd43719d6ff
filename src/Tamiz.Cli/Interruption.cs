using System.Runtime.InteropServices;

namespace Tamiz.Cli;

/// <summary>Hears Ctrl-C and the system's request to end, so that work in steps can stop between two and clear up.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>Exit code of a command that was asked to stop.</summary>
    public const int Code = 130;

    private readonly PosixSignalRegistration[] _heard;
    private volatile bool _asked;

    public Interruption() => _heard = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];

    /// <summary>Whether it was asked to stop.</summary>
    public bool Asked => _asked;

    public void Dispose() => Array.ForEach(_heard, static one => one.Dispose());

    private void Hear(PosixSignalContext signal) => (_asked, signal.Cancel) = (true, true);
}
