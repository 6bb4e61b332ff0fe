namespace Binex.Cli.Consoles;

/// <summary>The process's console: stdout is the answer, stderr is talk.</summary>
internal interface ICliConsole
{
    TextWriter Out { get; }

    TextWriter Error { get; }

    TextReader In { get; }

    /// <summary>Whether stdout is a terminal.</summary>
    bool IsOutTerminal { get; }

    /// <summary>Whether stderr is a terminal.</summary>
    bool IsErrorTerminal { get; }

    /// <summary>Whether a person can type answers.</summary>
    bool IsInTerminal { get; }

    /// <summary>Columns of the terminal; 100 where there is none.</summary>
    int Width { get; }

    /// <summary>Lines of the terminal; 24 where there is none.</summary>
    int Height { get; }

    /// <summary>
    /// Cancelled by the first Ctrl-C; the second one leaves at once. Listened for from when it is first asked for: before that, there
    /// is nothing to stop in good order.
    /// </summary>
    CancellationToken Interrupted { get; }
}
