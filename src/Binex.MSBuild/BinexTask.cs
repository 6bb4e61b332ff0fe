using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Binex.MSBuild;

/// <summary>
/// Starts the tool that the package carries, and logs what it finds with code, range and help. Nothing of Binex runs in MSBuild's own
/// process, so no assembly of it can meet another version there.
/// </summary>
public abstract class BinexTask : ToolTask
{
    // What the tool says on stdout is its answer; stderr is progress, which must not be taken for one.
    private const MessageImportance Answer = MessageImportance.High;
    private const int MostTalk = 10;

    private readonly Queue<string> _talk = new();
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int? _process;
    private volatile bool _isCancelled;

    /// <summary>Full path of <c>dotnet-binex.dll</c>.</summary>
    [Required]
    public string Tool { get; set; } = "";

    /// <summary>Full path of the program <c>dotnet</c>; the one on the PATH where it is empty.</summary>
    public string Host { get; set; } = "";

    /// <summary>Full path of the folder in which the tool works, and from which paths start.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>Full path of the folder with the pages of the codes.</summary>
    [Required]
    public string Documentation { get; set; } = "";

    /// <summary>The file that the tool writes when all is well, with what it has read.</summary>
    public string Depfile { get; set; } = "";

    /// <inheritdoc/>
    protected override string ToolName => RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "dotnet.exe" : "dotnet";

    /// <inheritdoc/>
    protected override MessageImportance StandardOutputLoggingImportance => Answer;

    /// <inheritdoc/>
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Normal;

    /// <inheritdoc/>
    protected override Encoding StandardOutputEncoding => Encoding.UTF8;

    /// <inheritdoc/>
    protected override Encoding StandardErrorEncoding => Encoding.UTF8;

    /// <summary>How long the tool may take to end in good order when the build is cancelled.</summary>
    protected virtual TimeSpan Grace => TimeSpan.Zero;

    /// <summary>How important a line of the answer is that is no finding.</summary>
    protected virtual MessageImportance AnswerImportance => MessageImportance.Normal;

    /// <summary>Whether the tool's exit code is a failure that it has given no reason for.</summary>
    protected virtual bool IsFailure => true;

    /// <summary>Whether warnings fail the build.</summary>
    protected virtual bool WarningsAreErrors => false;

    /// <summary>Stops the tool: asks first, where something would be lost otherwise.</summary>
    public override void Cancel()
    {
        _isCancelled = true;
        if (Grace > TimeSpan.Zero && _process is { } process && !_ended.Task.IsCompleted)
        {
            ToolProcess.AskToEnd(process);
            _ended.Task.Wait(Grace);
        }

        base.Cancel();
    }

    /// <summary>Adds the command and its arguments.</summary>
    protected abstract void AddArguments(CommandLineBuilder arguments);

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool() => Host.Length > 0 ? Host : ToolName;

    /// <inheritdoc/>
    protected override string GetWorkingDirectory() => Folder;

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var arguments = new CommandLineBuilder();
        arguments.AppendSwitch("exec");
        arguments.AppendFileNameIfNotNull(Tool);
        AddArguments(arguments);
        arguments.AppendSwitch("--format msbuild");
        arguments.AppendSwitchIfNotNull("--depfile ", Depfile.Length > 0 ? Depfile : null);
        return arguments.ToString();
    }

    /// <inheritdoc/>
    protected override int ExecuteTool(string pathToTool, string responseFileCommands, string commandLineCommands)
    {
        try
        {
            return base.ExecuteTool(pathToTool, responseFileCommands, commandLineCommands);
        }
        finally
        {
            _ended.SetResult(true);
        }
    }

    /// <inheritdoc/>
    protected override Process StartToolProcess(Process proc)
    {
        var process = base.StartToolProcess(proc);
        _process = process.Id;
        return process;
    }

    /// <inheritdoc/>
    protected override void LogToolCommand(string message) => Log.LogCommandLine(MessageImportance.Low, message);

    /// <inheritdoc/>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (messageImportance != Answer)
        {
            Remember(singleLine);
            Log.LogMessage(messageImportance, "{0}", singleLine);
        }
        else if (FindingLine.Read(singleLine) is { } finding)
        {
            finding.Log(Log, WarningsAreErrors, Folder, Documentation);
        }
        else
        {
            Log.LogMessage(AnswerImportance, "{0}", singleLine);
        }
    }

    /// <inheritdoc/>
    protected override bool HandleTaskExecutionErrors()
    {
        if (_isCancelled || Log.HasLoggedErrors)
        {
            return false;
        }

        if (!IsFailure)
        {
            return true;
        }

        var talk = _talk.Count > 0 ? $": {string.Join(" ", _talk)}" : "";
        Log.LogError(null, $"BINEX{ExitCode & 0xFF}", null, null, null, 0, 0, 0, 0, $"the tool ended with exit code {ExitCode}{talk}");
        return false;
    }

    private void Remember(string line)
    {
        _talk.Enqueue(line);
        if (_talk.Count > MostTalk)
        {
            _talk.Dequeue();
        }
    }
}
