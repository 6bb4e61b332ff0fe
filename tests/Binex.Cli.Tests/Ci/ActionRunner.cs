using System.Diagnostics;
using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Ci;

/// <summary>
/// Does what a runner of GitHub does with the steps of <c>action.yml</c>: fills in expressions, gives each step the files to write
/// to, reads them, and ends with the first step that fails. Steps that use another action are left out.
/// </summary>
internal sealed class ActionRunner : IDisposable
{
    private static readonly ActionFile Action = ActionFile.Read();

    private readonly string _temp = Directory.CreateTempSubdirectory("binex-runner-").FullName;
    private readonly Dictionary<string, string> _outputs = [];

    public ActionRunner(string workspace)
    {
        Workspace = workspace;
        // What the step 'install' would have got: the program that was built.
        Script("binex-tool/dotnet-binex", $"exec '{new BinexProcess().Program}' \"$@\"");
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_WORKSPACE"] = workspace,
            ["GITHUB_ACTION_PATH"] = Repository.Root,
            ["GITHUB_REPOSITORY"] = "acme/flows",
            ["GITHUB_SERVER_URL"] = "https://github.example",
            ["GITHUB_EVENT_PATH"] = Path.Combine(_temp, "event.json"),
            ["RUNNER_TEMP"] = _temp,
        })
        {
            Environment[name] = value;
        }
    }

    public string Workspace { get; }

    /// <summary>What the runner gives to every step.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The outputs of the action.</summary>
    public Dictionary<string, string> Outputs { get; } = [];

    /// <summary>The page of the job.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>What all steps printed.</summary>
    public string Log { get; private set; } = "";

    public string PathOf(string name) => Path.Combine(_temp, name);

    /// <summary>Writes a program below the runner's folder.</summary>
    public void Script(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PathOf(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The event of a push to pull request 7.</summary>
    public static string PullRequestEvent(string head) => """{ "pull_request": { "number": 7, "head": { "sha": "HEAD" } } }""".Replace("HEAD", head);

    /// <summary>Says what started the build.</summary>
    public void Event(string json) => File.WriteAllText(PathOf("event.json"), json);

    /// <summary>Runs the action; returns the exit code of the last step that ran.</summary>
    public async Task<int> RunAsync(params (string Name, string Value)[] inputs)
    {
        inputs.Select(input => input.Name).ShouldBeSubsetOf(Action.Inputs.Keys);
        _outputs.Clear();
        Summary = "";
        var values = Action.Inputs.ToDictionary(pair => pair.Key, pair => pair.Value.Default);
        foreach (var (name, value) in inputs)
        {
            values[name] = value;
        }

        var expressions = new ActionExpressions(term => Value(term, values));
        var exitCode = 0;
        foreach (var step in Action.Runs.Steps.Where(step => step.Run is not null))
        {
            if (exitCode == 0 && (step.If is null || expressions.Holds(step.If)))
            {
                exitCode = await StepAsync(step, expressions);
            }
        }

        Outputs.Clear();
        foreach (var (name, output) in Action.Outputs)
        {
            Outputs[name] = expressions.Fill(output.Value);
        }

        return exitCode;
    }

    public void Dispose() => Directory.Delete(_temp, recursive: true);

    private string Value(string term, Dictionary<string, string> inputs) => term.Split('.') switch
    {
        ["inputs", var name] => new ActionExpressions(inner => Value(inner, inputs)).Fill(inputs[name]),
        ["steps", ..] => _outputs.GetValueOrDefault(term, ""),
        ["github", "token"] => Environment.GetValueOrDefault("TOKEN", ""),
        _ => throw new InvalidOperationException($"'{term}' is not known here"),
    };

    private async Task<int> StepAsync(ActionFile.ActionStep step, ActionExpressions expressions)
    {
        step.Run!.ShouldNotContain("${{");
        step.Shell.ShouldBe("bash");
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step.Run!])
        {
            WorkingDirectory = Path.GetFullPath(expressions.Fill(step.WorkingDirectory ?? "."), Workspace),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GITHUB_", StringComparison.Ordinal) || name.StartsWith("BINEX_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Environment.Concat(step.Env.Select(pair => KeyValuePair.Create(pair.Key, expressions.Fill(pair.Value)))))
        {
            start.Environment[name] = value;
        }

        foreach (var file in (string[])["GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY", "GITHUB_PATH"])
        {
            start.Environment[file] = PathOf(file);
            File.WriteAllText(PathOf(file), "");
        }

        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync();
        Log += $"--- {step.Id}\n{texts[0]}{texts[1]}";
        Summary += File.ReadAllText(PathOf("GITHUB_STEP_SUMMARY"));
        File.ReadAllText(PathOf("GITHUB_ENV")).ShouldBe("");
        foreach (var line in File.ReadAllLines(PathOf("GITHUB_OUTPUT")))
        {
            line.ShouldContain('=', $"an output is a line: {line}");
            _outputs[$"steps.{step.Id}.outputs.{line[..line.IndexOf('=')]}"] = line[(line.IndexOf('=') + 1)..];
        }

        return process.ExitCode;
    }
}
