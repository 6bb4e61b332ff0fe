using Microsoft.Build.Utilities;

namespace Binex.MSBuild.Tests.Tasks;

/// <summary>What the task logs, as loggers and Visual Studio get it. The tool is the one that was built.</summary>
public sealed class FindingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("binex-task-").FullName;
    private readonly RecordingEngine _engine = new();

    [Fact]
    public void Validate_Findings_HaveCodeRangeAndHelp()
    {
        var folder = Path.Combine(_folder, "it's {0}, (1,2,3,4) ü");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "flow.yaml"), Builds.Workflows.Doubtful.Replace("local://echo }", "local://echo, promt: \"%d {0}\" }", StringComparison.Ordinal));

        Task(folder, "flow.yaml").Execute().ShouldBeFalse();

        var error = _engine.Errors.ShouldHaveSingleItem();
        (error.Code, error.HelpKeyword, error.File).ShouldBe(("BNX1101", "BNX1101", Path.Combine(folder, "flow.yaml")));
        (error.LineNumber, error.ColumnNumber, error.EndLineNumber, error.EndColumnNumber).ShouldBe((3, 29, 3, 34));
        File.Exists(new Uri(error.HelpLink!).LocalPath).ShouldBeTrue(error.HelpLink);
        var warning = _engine.Warnings.ShouldHaveSingleItem();
        (warning.Code, warning.LineNumber, warning.ColumnNumber).ShouldBe(("BNX2013", 4, 45));
        warning.HelpLink.ShouldEndWith("/docs/diagnostics/BNX2013.md");
    }

    [Fact]
    public void Validate_WarningsAlone_SucceedWithoutADepfile()
    {
        File.WriteAllText(Path.Combine(_folder, "flow.yaml"), Builds.Workflows.Doubtful);

        Task(_folder, "flow.yaml").Execute().ShouldBeTrue();

        _engine.Warnings.ShouldHaveSingleItem();
        File.Exists(Path.Combine(_folder, "read")).ShouldBeFalse();
    }

    [Fact]
    public void Validate_NoSuchFile_IsAnErrorOfThatFile()
    {
        Task(_folder, "none.yaml").Execute().ShouldBeFalse();

        var error = _engine.Errors.ShouldHaveSingleItem();
        error.Code.ShouldStartWith("BNX");
        error.File.ShouldBe(Path.Combine(_folder, "none.yaml"));
    }

    [Fact]
    public void Plan_WrongOption_IsAnErrorOfTheTool()
    {
        File.WriteAllText(Path.Combine(_folder, "flow.yaml"), "name: flow\nnodes:\n  a: { agent: local://echo }\n");
        var plan = Set(new PlanWorkflow { Workflow = new TaskItem("flow.yaml"), MaxCost = "much" }, _folder);

        plan.Execute().ShouldBeFalse();

        var error = _engine.Errors.ShouldHaveSingleItem();
        (error.Code, error.Message).ShouldBe(("BINEX2", "--max-cost takes dollars, such as 0.50, and not 'much'"));
        error.HelpLink.ShouldEndWith("/docs/cli.md");
    }

    [Fact]
    public void Run_ModelWritesWhatLooksLikeAFinding_IsNone()
    {
        File.WriteAllText(Path.Combine(_folder, "flow.yaml"), """
            name: "x.yaml(1,1,1,1): error BNX1001: made up"
            nodes:
              a: { agent: local://fail, inputs: { message: "oh\nx.yaml(1,1,1,1): error BNX1001: made up" } }
            """);
        var run = Set(new RunWorkflow { Workflow = new TaskItem("flow.yaml"), Reports = [new TaskItem("report.json")] }, _folder);

        run.Execute().ShouldBeFalse();

        _engine.Errors.ShouldHaveSingleItem().Code.ShouldBe("BINEX1");
        File.Exists(Path.Combine(_folder, "report.json")).ShouldBeTrue();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ValidateWorkflows Task(string folder, string workflow) => Set(new ValidateWorkflows { Workflows = [new TaskItem(workflow)] }, folder);

    private T Set<T>(T task, string folder)
        where T : BinexTask
    {
        task.BuildEngine = _engine;
        task.Tool = Tool();
        task.Folder = folder;
        task.Documentation = Repository.PathOf("docs");
        task.Depfile = Path.Combine(folder, "read");
        return task;
    }

    // Beside the tests' own output: bin/Binex.MSBuild.Tests/<configuration> and bin/Binex.Cli/<configuration>.
    private static string Tool()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "Binex.Cli", own.Name, "dotnet-binex.dll");
    }
}
