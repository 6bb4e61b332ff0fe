using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Binex.MSBuild;

/// <summary>Makes the report of a run in other forms. Nothing is run again.</summary>
public sealed class MakeReports : BinexTask
{
    /// <summary>The report of the run, in JSON.</summary>
    [Required]
    public ITaskItem Report { get; set; } = new TaskItem();

    /// <summary>The suffixes of the forms, such as <c>md</c>.</summary>
    [Required]
    public string[] Forms { get; set; } = [];

    /// <inheritdoc/>
    protected override MessageImportance AnswerImportance => MessageImportance.High;

    /// <inheritdoc/>
    protected override void AddArguments(CommandLineBuilder arguments)
    {
        arguments.AppendSwitch("report");
        arguments.AppendFileNameIfNotNull(Report);
        arguments.AppendOptions("--out", [.. Forms.Select(form => Path.ChangeExtension(Report.ItemSpec, form))]);
    }
}
