using System.Collections.Concurrent;

namespace Binex.Cli.Tests.Running;

/// <summary>A terminal at which nothing is to be read until somebody types it.</summary>
internal sealed class TypedLines : TextReader
{
    private readonly BlockingCollection<string> _lines = [];

    public void Type(string line) => _lines.Add(line);

    public override string? ReadLine() => _lines.Take();

    protected override void Dispose(bool disposing)
    {
        _lines.Dispose();
        base.Dispose(disposing);
    }
}
