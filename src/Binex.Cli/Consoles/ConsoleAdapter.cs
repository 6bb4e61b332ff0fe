using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Consoles;

/// <summary>
/// The console as the command-line parser wants to see it. It prints help, which is held back until parsing has succeeded: when it
/// fails the parser prints advice of its own, and stdout belongs to the answer.
/// </summary>
internal sealed class ConsoleAdapter(ICliConsole console) : IConsole, IDisposable
{
    private readonly StringWriter _help = new() { NewLine = "\n" };

    public event ConsoleCancelEventHandler? CancelKeyPress
    {
        // Ctrl-C is the composition root's.
        add { }
        remove { }
    }

    public TextWriter Out => _help;

    public TextWriter Error => console.Error;

    public TextReader In => console.In;

    public bool IsInputRedirected => !console.IsInTerminal;

    // Help is held back here. Told of a terminal, the parser would start a pager instead, past all of this.
    public bool IsOutputRedirected => true;

    public bool IsErrorRedirected => !console.IsErrorTerminal;

    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    /// <summary>Prints the help that was held back.</summary>
    public void Flush() => console.Out.Write(_help);

    public void Dispose() => _help.Dispose();

    public void ResetColor()
    {
    }
}
