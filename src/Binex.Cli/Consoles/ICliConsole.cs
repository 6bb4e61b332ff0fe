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

    /// <summary>Calls back at each Ctrl-C; true keeps the process alive.</summary>
    void OnInterrupt(Func<bool> handler);

    /// <summary>Leaves at once.</summary>
    void Exit(int exitCode);
}
