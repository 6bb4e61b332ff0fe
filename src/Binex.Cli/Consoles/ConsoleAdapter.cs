using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Consoles;

/// <summary>The console as the command-line parser wants to see it; it only prints help.</summary>
internal sealed class ConsoleAdapter(ICliConsole console) : IConsole
{
    public event ConsoleCancelEventHandler? CancelKeyPress
    {
        // Ctrl-C is the composition root's.
        add { }
        remove { }
    }

    public TextWriter Out => console.Out;

    public TextWriter Error => console.Error;

    public TextReader In => console.In;

    public bool IsInputRedirected => !console.IsInTerminal;

    public bool IsOutputRedirected => !console.IsOutTerminal;

    public bool IsErrorRedirected => !console.IsErrorTerminal;

    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public void ResetColor()
    {
    }
}
