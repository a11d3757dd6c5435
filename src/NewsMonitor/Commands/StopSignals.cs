using System.Runtime.InteropServices;

namespace NewsMonitor.Commands;

/// <summary>Ctrl-C and SIGTERM as a cancellation; which of them it was gives the exit code.</summary>
internal sealed class StopSignals : IDisposable
{
    public const int CtrlC = 130;
    public const int Terminated = 143;

    private readonly CancellationTokenSource stopping = new();
    private readonly List<PosixSignalRegistration> registrations = [];

    private StopSignals()
    {
        foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM])
            registrations.Add(PosixSignalRegistration.Create(signal, Stop));
    }

    /// <summary>130 after Ctrl-C, 143 after SIGTERM, null while nothing came.</summary>
    public int? ExitCode { get; private set; }

    public CancellationToken Token => stopping.Token;

    public static StopSignals Listen() => new();

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        stopping.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        ExitCode ??= context.Signal == PosixSignal.SIGINT ? CtrlC : Terminated;
        stopping.Cancel();
    }
}
