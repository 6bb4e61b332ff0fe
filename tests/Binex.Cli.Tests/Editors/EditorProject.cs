using System.Text.Json.Nodes;
using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Editors;

/// <summary>A project that <c>schema --install</c> has set up, open in an editor.</summary>
public sealed class EditorProject : IAsyncLifetime
{
    private readonly BinexHere _binex = new();
    private LanguageServer? _server;
    private string _modeline = "";
    private int _opened;

    private LanguageServer Server => _server ?? throw new InvalidOperationException("The language server was not started.");

    public async ValueTask InitializeAsync()
    {
        _binex.Write("flows/flow.yaml", "name: flow\n");
        (await _binex.RunAsync("schema", "--install", "flows/flow.yaml")).ShouldExit(0);
        _modeline = File.ReadAllLines(_binex.PathOf("flows", "flow.yaml"))[0];
        _server = await LanguageServer.StartAsync(_binex.Folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _binex.Dispose();
    }

    /// <summary>What the editor shows of a workflow that names its schema in its first line.</summary>
    /// <param name="text">The lines below that one; the place that is looked at is marked with <c>¦</c>.</param>
    internal Task<EditorView> LookAsync(string text) => LookAsync($"flows/flow-{Interlocked.Increment(ref _opened)}.yaml", $"{_modeline}\n{text}");

    /// <summary>What the editor shows of a file.</summary>
    internal async Task<EditorView> LookAsync(string name, string text)
    {
        var mark = text.IndexOf('¦');
        var before = mark < 0 ? "" : text[..mark];
        var line = before.Count(character => character == '\n');
        var column = before.Length - before.LastIndexOf('\n') - 1;
        var found = await Server.OpenAsync(name, text.Replace("¦", "", StringComparison.Ordinal));
        return new EditorView(
            [.. found.Select(finding => $"{(int)finding!["range"]!["start"]!["line"]!}: {(string)finding["message"]!}")],
            await Server.CompleteAsync(name, line, column),
            await Server.HoverAsync(name, line, column));
    }
}
