using Binex.Cli.Consoles;

namespace Binex.Cli.Tests.Processes;

/// <summary>A console that keeps what is written to it.</summary>
internal sealed class FakeConsole : ICliConsole
{
    public StringWriter OutText { get; } = new() { NewLine = "\n" };

    public StringWriter ErrorText { get; } = new() { NewLine = "\n" };

    public TextWriter Out => OutText;

    public TextWriter Error => ErrorText;

    public TextReader In { get; init; } = TextReader.Null;

    public bool IsOutTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    public bool IsInTerminal { get; init; }

    public int Width { get; init; } = 100;

    public int Height { get; init; } = 24;

    public CancellationToken Interrupted => CancellationToken.None;
}
