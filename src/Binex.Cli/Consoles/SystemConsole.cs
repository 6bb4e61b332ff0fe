using System.Runtime.InteropServices;
using System.Text;

namespace Binex.Cli.Consoles;

#pragma warning disable RS0030 // This is the console class: the one place that may touch the process's console and end the process.

/// <summary>The real console.</summary>
internal sealed class SystemConsole : ICliConsole, IDisposable
{
    private const int DefaultWidth = 100;
    private const int DefaultHeight = 24;
    private const int SmallestWidth = 40;
    private readonly List<PosixSignalRegistration> _signals = [];

    public SystemConsole()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Out = new StreamWriter(Console.OpenStandardOutput(), utf8, 4096) { AutoFlush = false };
        Error = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), utf8, 1024) { AutoFlush = true });
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    public TextReader In => Console.In;

    public bool IsOutTerminal => !Console.IsOutputRedirected;

    public bool IsErrorTerminal => !Console.IsErrorRedirected;

    public bool IsInTerminal => !Console.IsInputRedirected;

    public int Width => Math.Max(SmallestWidth, Size(() => Console.WindowWidth, DefaultWidth));

    public int Height => Size(() => Console.WindowHeight, DefaultHeight);

    public void OnInterrupt(Func<bool> handler)
    {
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = handler()));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = handler()));
    }

    public void Exit(int exitCode)
    {
        Out.Flush();
        Environment.Exit(exitCode);
    }

    public void Dispose()
    {
        Out.Flush();
        _signals.ForEach(signal => signal.Dispose());
    }

    private int Size(Func<int> ask, int standard)
    {
        try
        {
            return (IsOutTerminal || IsErrorTerminal) && ask() is > 0 and var size ? size : standard;
        }
        catch (IOException)
        {
            // A terminal that does not tell its size.
            return standard;
        }
    }
}
