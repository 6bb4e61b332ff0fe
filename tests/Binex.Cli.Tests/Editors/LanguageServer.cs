using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Binex.Cli.Tests.Editors;

/// <summary>
/// The language server that editors run for YAML, driven over its protocol as an editor would: it is told of open files and asks for
/// the settings of the workspace.
/// </summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> _asked = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonArray>> _findings = new();
    private readonly JsonObject _settings;
    private readonly Process _process;
    private readonly string _folder;
    private readonly Task _reading;
    private int _lastId;

    private LanguageServer(Process process, string folder, JsonObject settings)
    {
        _process = process;
        _folder = folder;
        _settings = settings;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Starts the server on a folder.</summary>
    /// <param name="folder">The workspace.</param>
    public static async Task<LanguageServer> StartAsync(string folder)
    {
        var program = Repository.PathOf("artifacts", "tools", "yaml-language-server", "node_modules", "yaml-language-server", "bin", "yaml-language-server");
        if (!File.Exists(program))
        {
            throw new InvalidOperationException($"The YAML language server is not installed; eng/editors/install.sh does that. Looked for {program}.");
        }

        var process = Process.Start(new ProcessStartInfo("node", [program, "--stdio"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var server = new LanguageServer(process, folder, ReadSettings(folder));
        await server.AskAsync("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = UriOf(folder),
            ["workspaceFolders"] = new JsonArray(new JsonObject { ["uri"] = UriOf(folder), ["name"] = "workspace" }),
            ["capabilities"] = JsonNode.Parse(
                """
                {
                  "workspace": { "configuration": true, "workspaceFolders": true },
                  "textDocument": {
                    "completion": { "completionItem": { "snippetSupport": true, "documentationFormat": ["markdown", "plaintext"] } },
                    "hover": { "contentFormat": ["markdown", "plaintext"] },
                    "publishDiagnostics": {}
                  }
                }
                """),
        });
        server.Tell("initialized", new JsonObject());
        server.Tell("workspace/didChangeConfiguration", new JsonObject { ["settings"] = new JsonObject() });
        return server;
    }

    /// <summary>Opens a file of the workspace with a text, and returns what the server finds wrong with it.</summary>
    public async Task<JsonArray> OpenAsync(string name, string text)
    {
        var found = _findings.GetOrAdd(Uri(name), _ => new TaskCompletionSource<JsonArray>(TaskCreationOptions.RunContinuationsAsynchronously));
        Tell("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri(name), ["languageId"] = "yaml", ["version"] = 1, ["text"] = text },
        });
        return await found.Task.WaitAsync(Patience);
    }

    /// <summary>What the server offers at a place of an open file.</summary>
    public async Task<IReadOnlyList<Offer>> CompleteAsync(string name, int line, int column)
    {
        var answer = await AskAsync("textDocument/completion", Place(name, line, column));
        var items = answer as JsonArray ?? answer?["items"]!.AsArray() ?? [];
        return [.. items.Select(item => new Offer(
            (string)item!["label"]!,
            (string?)(item["documentation"] is JsonObject markup ? markup["value"] : item["documentation"]) ?? "",
            (string?)item["textEdit"]?["newText"] ?? (string?)item["insertText"] ?? ""))];
    }

    /// <summary>What the server says of a place of an open file, as Markdown.</summary>
    public async Task<string> HoverAsync(string name, int line, int column) =>
        (string?)(await AskAsync("textDocument/hover", Place(name, line, column)))?["contents"]?["value"] ?? "";

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    // As VS Code reads them: with comments.
    private static JsonObject ReadSettings(string folder)
    {
        var path = Path.Combine(folder, ".vscode", "settings.json");
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path), documentOptions: options)!.AsObject() : [];
    }

    private static string UriOf(string path) => new Uri(path).AbsoluteUri;

    private string Uri(string name) => UriOf(Path.Combine(_folder, name));

    private JsonObject Place(string name, int line, int column) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = Uri(name) },
        ["position"] = new JsonObject { ["line"] = line, ["character"] = column },
    };

    private async Task<JsonNode?> AskAsync(string method, JsonObject about)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = _asked[id] = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = about });
        return await answer.Task.WaitAsync(Patience);
    }

    private void Tell(string method, JsonObject about) => Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = about });

    private void Send(JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        lock (_process)
        {
            var stream = _process.StandardInput.BaseStream;
            stream.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
            stream.Write(body);
            stream.Flush();
        }
    }

    private async Task ReadAsync()
    {
        var stream = _process.StandardOutput.BaseStream;
        while (await ReadHeaderAsync(stream) is { } length)
        {
            var body = new byte[length];
            await stream.ReadExactlyAsync(body);
            Take(JsonNode.Parse(body)!.AsObject());
        }

        foreach (var asked in _asked.Values.Select(asked => (Action<Exception>)(error => asked.TrySetException(error))).Concat(
            _findings.Values.Select(found => (Action<Exception>)(error => found.TrySetException(error)))))
        {
            asked(new InvalidOperationException("The language server ended."));
        }
    }

    private static async Task<int?> ReadHeaderAsync(Stream stream)
    {
        var header = new StringBuilder();
        var one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0)
            {
                return null;
            }

            header.Append((char)one[0]);
        }

        var line = header.ToString().Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return int.Parse(line.AsSpan(line.IndexOf(':') + 1));
    }

    private void Take(JsonObject message)
    {
        var method = (string?)message["method"];
        if (method is null)
        {
            Answered(message);
        }
        else if (method == "textDocument/publishDiagnostics")
        {
            var found = message["params"]!;
            _findings[(string)found["uri"]!].TrySetResult(found["diagnostics"]!.AsArray());
        }
        else if (message["id"] is { } id)
        {
            var answer = method == "workspace/configuration" ? SettingsFor(message["params"]!["items"]!.AsArray()) : null;
            Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id.DeepClone(), ["result"] = answer });
        }
    }

    private void Answered(JsonObject message)
    {
        var asked = _asked[(int)message["id"]!];
        if (message["error"] is { } error)
        {
            asked.TrySetException(new InvalidOperationException(error.ToJsonString()));
        }
        else
        {
            asked.TrySetResult(message["result"]);
        }
    }

    // The server asks for a section, such as 'yaml', and gets what the settings have below it.
    private JsonArray SettingsFor(JsonArray items) => [.. items.Select(item =>
    {
        var section = (string?)item!["section"] + ".";
        var own = new JsonObject();
        foreach (var (key, value) in _settings.Where(setting => setting.Key.StartsWith(section, StringComparison.Ordinal)))
        {
            own[key[section.Length..]] = value?.DeepClone();
        }

        if (section == "yaml.")
        {
            own["completion"] = true;
            own["hover"] = true;
            own["validate"] = true;
            own["schemaStore"] = new JsonObject { ["enable"] = false };
        }

        return (JsonNode)own;
    })];
}
