using Binex.Core.Runs;

namespace Binex.Cli.Consoles;

#pragma warning disable RS0030 // This is the console class: the one place that may touch the process's console and end the process.

/// <summary>The real console.</summary>
internal sealed class SystemConsole : ICliConsole, IDisposable
{
    private const int DefaultWidth = 100;
    private const int DefaultHeight = 24;
    private const int SmallestWidth = 40;

    // Without an encoding a writer writes UTF-8 and no mark.
    private readonly Lazy<TextWriter> _out = new(static () => new StreamWriter(new OutputStream(Console.OpenStandardOutput()), encoding: null, 4096));
    private readonly Lazy<TextWriter> _error = new(
        static () => TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), encoding: null, 1024) { AutoFlush = true }));

    private Interruption? _interruption;

    public TextWriter Out => _out.Value;

    public TextWriter Error => _error.Value;

    public TextReader In => Console.In;

    public bool IsOutTerminal => !Console.IsOutputRedirected;

    public bool IsErrorTerminal => !Console.IsErrorRedirected;

    public bool IsInTerminal => !Console.IsInputRedirected;

    public int Width => Math.Max(SmallestWidth, Size(() => Console.WindowWidth, DefaultWidth));

    public int Height => Size(() => Console.WindowHeight, DefaultHeight);

    public CancellationToken Interrupted => (_interruption ??= new Interruption(Leave)).Token;

    public void Dispose() => _interruption?.Dispose();

    private void Leave()
    {
        try
        {
            Out.Flush();
        }
        finally
        {
            Environment.Exit(ExitCodes.Cancelled);
        }
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
