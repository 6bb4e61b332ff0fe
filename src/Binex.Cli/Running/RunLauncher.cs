using Binex.Cli.Output;
using Binex.Cli.Planning;
using Binex.Cli.Progress;
using Binex.Cli.Telemetry;
using Binex.Core.Configuration;
using Binex.Core.Execution;
using Binex.Core.Gates;
using Binex.Core.Models;
using Binex.Core.Plans;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Text;
using Binex.Engine;
using Binex.Engine.Loop;
using Binex.Engine.Nodes;
using Binex.Engine.Telemetry;
using Binex.Models.Cassettes;
using Binex.Store.Costs;
using Binex.Store.Runs;

namespace Binex.Cli.Running;

/// <summary>Runs what was prepared, shows how it goes, and leaves the report.</summary>
internal sealed class RunLauncher(CliContext context, Printer printer, RunStore store, RunModels models)
{
    /// <summary>Runs to the end, and returns the exit code.</summary>
    /// <param name="run">What was prepared.</param>
    /// <param name="chatModel">Answers calls.</param>
    /// <param name="reportFiles">Where reports are wanted; full paths.</param>
    /// <param name="gates">What its command fails on, beside the run itself.</param>
    /// <param name="quiet">Whether progress is not wanted.</param>
    public async Task<int> RunAsync(PreparedRun run, IChatModel chatModel, IReadOnlyList<string> reportFiles, GateLimits gates, bool quiet)
    {
        if (!run.Options.SendsNothing && !printer.IsJson && !quiet && models.AgeOfPrices(run.Workflow) is { } notice)
        {
            context.Console.Error.WriteLine($"note: {notice}");
        }

        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.Cancelled);
        await using var watch = new CancelFileWatch(run.Directory, cancellation, context.Time);
        var asksPeople = run.Workflow.Nodes.Any(node => node.Agent is { Scheme: "human", Target: not "output" });
        var mayAsk = asksPeople && context.Console.IsInTerminal && !printer.IsJson;
        using var humans = new Humans(run.Options, context, mayAsk);
        var bounds = models.BoundsFor(run.Workflow);
        var terms = TermsOf(gates, run);
        var plan = PlanBuilder.Build(run.Workflow, models.Prices, bounds, run.Variables);
        await using var export = Export(run);
        RunResult result;
        await using (var progress = ProgressView.For(context, run.Workflow, quiet, plain: mayAsk && run.Options.Simulate is null))
        {
            result = await RunEngine.RunAsync(RequestOf(run, plan, terms, bounds, chatModel, humans, progress, export), cancellation.Token);
        }

        if (export is not null && await export.FinishAsync() is { } undelivered)
        {
            context.Console.Error.WriteLine($"note: not all telemetry was delivered: {TerminalText.SanitizeLine(undelivered)}");
        }

        await run.Journal.DisposeAsync();
        var report = await ReportFiles.ProjectAsync(store, run.Directory, run.Workflow, CancellationToken.None);
        await run.Directory.WriteReportAsync(ReportJson.Write(report), CancellationToken.None);
        var unwritten = await WriteReportsAsync(report, reportFiles) ?? Unbooked(result);
        var exitCode = report.Run.ExitCode ?? result.Verdict.ExitCode;
        if (unwritten is null || !printer.IsJson)
        {
            new RunSummaryView(context, printer).Print(report, result, exitCode, reportFiles);
        }

        if (!quiet && result.Verdict.Status == RunStatus.Completed && run.Cassettes?.Player is Cassette { Unplayed: [var first, ..] unplayed })
        {
            context.Console.Error.WriteLine($"note: {unplayed.Count} recorded {(unplayed.Count == 1 ? "answer was" : "answers were")} not asked for, the first is {first}");
        }

        GateReport.Print(context, printer.Format, report.Gates ?? [], report.Source.Path);
        return unwritten is null ? exitCode : printer.Fail(unwritten);
    }

    private OtlpExport? Export(PreparedRun run) => run.Telemetry is not { } telemetry ? null : OtlpExport.Start(
        telemetry,
        new RunTelemetry(run.Workflow, run.Directory.RunId, models.Prices, telemetry.HasContent ? store.Artifacts : null, telemetry.Parent),
        context.Environment);

    private GateTerms? TermsOf(GateLimits gates, PreparedRun run)
    {
        if (gates == new GateLimits())
        {
            return null;
        }

        var past = RunHistory.Read(store, RunHistory.Newest(store), other => other.Workflow == run.Workflow.Name && other.Id != run.Directory.RunId);
        return new GateTerms(gates, past.Runs, past.Failures) { UsualCost = past.Cost?.Median };
    }

    private static CliProblem? Unbooked(RunResult result) => result.LedgerProblem is { } problem
        ? new CliProblem(
            ExitCodes.Unreachable,
            $"the run is over, but not all that it spent is in the project's ledger: {problem.Message}",
            "what it held there is charged in full, so the project's caps hold; the report has what was spent")
        : null;

    private static async Task<CliProblem?> WriteReportsAsync(RunReport report, IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            try
            {
                await ReportFiles.WriteAsync(report, file, CancellationToken.None);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return new CliProblem(
                    ExitCodes.Unreachable,
                    $"the run is over, but its report cannot be written to '{file}': {error.Message}",
                    $"nothing is lost: dotnet binex report {report.Run.Id} --out FILE writes it somewhere else");
            }
        }

        return null;
    }

    private RunRequest RequestOf(
        PreparedRun run, Plan plan, GateTerms? gates, ITokenBounds bounds, IChatModel chatModel, Humans humans, ProgressView progress, OtlpExport? export) => new()
    {
        Workflow = run.Workflow,
        Started = Started(run, plan),
        Planned = RunPlanned.Of(plan),
        Settings = new RunSettings { Variables = run.Variables, Environment = context.Environment, FailFast = run.Options.FailFast },
        Journal = run.Journal,
        History = run.History,
        Artifacts = store.Artifacts,
        ChatModel = chatModel,
        TokenBounds = bounds,
        Cassettes = run.Cassettes,
        TokenCounter = chatModel as ITokenCounter,
        RateLimits = run.Options.Simulate is null ? models.RateLimits : new Dictionary<string, RateLimits>(),
        Prices = models.Prices,
        Project = run.Project,
        Gates = gates,
        Humans = humans,
        TimeProvider = context.Time,
        Processors = Environment.ProcessorCount,
        LiveText = progress as ILiveText,
        Observers = export is null ? [progress] : [progress, export],
    };

    private RunStarted Started(PreparedRun run, Plan plan) =>
        new(run.Directory.RunId, run.Workflow.Name, run.SourcePath, run.SourceSha256, run.Workflow.Nodes.Count)
        {
            ToolVersion = ToolVersion.Text,
            Simulated = run.Options.Simulate is not null,
            Cassette = run.Options.Replay is { } replayed ? Path.GetRelativePath(context.WorkingFolder, replayed) : null,
            MaxCost = run.Workflow.Budget.Caps.MaxCost,
            PlannedMax = plan.Bounds.Max,
            PricesAsOf = models.Prices.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            PricesSha256 = models.Prices.Sha256,
        };
}
