using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Binex.MSBuild;

/// <summary>Runs a workflow within its budget and leaves its reports; simulated, unless it is said that models may be called.</summary>
public sealed class RunWorkflow : BinexTask
{
    /// <summary>The workflow.</summary>
    [Required]
    public ITaskItem Workflow { get; set; } = new TaskItem();

    /// <summary>Variables, each as <c>name=value</c>.</summary>
    public string[] Vars { get; set; } = [];

    /// <summary>The most that the run may spend in US dollars; empty for what the workflow and its project say.</summary>
    public string Budget { get; set; } = "";

    /// <summary>Whether models may be called, which costs money.</summary>
    public bool Live { get; set; }

    /// <summary><c>true</c> or settings such as <c>seed=7</c>: simulated in any case; <c>false</c> or empty: as <see cref="Live"/> says.</summary>
    public string Simulate { get; set; } = "";

    /// <summary>The files of the reports; a suffix says which form each has.</summary>
    [Required]
    public ITaskItem[] Reports { get; set; } = [];

    /// <inheritdoc/>
    protected override TimeSpan Grace => TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override MessageImportance AnswerImportance => MessageImportance.High;

    private bool HasSettings => Simulate.Contains('=');

    private bool IsSimulated => !Live || string.Equals(Simulate, "true", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override void AddArguments(CommandLineBuilder arguments)
    {
        arguments.AppendSwitch("run");
        arguments.AppendFileNameIfNotNull(Workflow);
        if (HasSettings)
        {
            arguments.AppendSwitchIfNotNull("--simulate=", Simulate);
        }
        else if (IsSimulated)
        {
            arguments.AppendSwitch("--simulate");
        }

        arguments.AppendOptions("--var", Vars);
        arguments.AppendOptions("--budget", Budget);
        arguments.AppendOptions("--report", [.. Reports.Select(report => report.ItemSpec)]);
    }
}
