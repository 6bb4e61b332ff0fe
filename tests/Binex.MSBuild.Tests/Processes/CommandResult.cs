namespace Binex.MSBuild.Tests.Processes;

/// <summary>What a process left behind.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>The lines of a build that are errors, each once.</summary>
    public IReadOnlyList<string> Errors => [.. Lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct()];

    /// <summary>The lines of a build that are warnings, each once.</summary>
    public IReadOnlyList<string> Warnings => [.. Lines.Where(line => line.Contains(": warning ", StringComparison.Ordinal)).Distinct()];

    private IEnumerable<string> Lines => Output.Split('\n').Select(line => line.Trim());

    /// <summary>Holds the exit code.</summary>
    public CommandResult ShouldExit(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, ToString());
        return this;
    }

    /// <summary>Holds that it failed with one error, said once, and returns it.</summary>
    public string ShouldFailWithOneError()
    {
        ExitCode.ShouldBe(1, ToString());
        Output.ShouldContain("    1 Error(s)", Case.Sensitive, ToString());
        return Errors.ShouldHaveSingleItem(ToString());
    }

    public override string ToString() => $"$ {Command}\nexit code {ExitCode}\n{Output}";
}
