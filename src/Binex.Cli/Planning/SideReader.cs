using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Binex.Cli.Commands;
using Binex.Cli.Git;
using Binex.Cli.Projects;
using Binex.Cli.Running;
using Binex.Core.Plans;
using Binex.Core.Plans.Comparison;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Workflows;
using Binex.Store.Costs;
using Binex.Store.Runs;
using Binex.Validation;

namespace Binex.Cli.Planning;

/// <summary>Makes one side of a comparison of what the user names: a workflow, a plan, a report, a run or a git ref.</summary>
/// <param name="context">The process's surroundings.</param>
/// <param name="store">Where runs are kept.</param>
/// <param name="models">Prices and bounds.</param>
/// <param name="project">The project.</param>
internal sealed class SideReader(CliContext context, RunStore store, RunModels models, Project project)
{
    private const int LargestFile = 64 * 1024 * 1024;

    private readonly Lazy<IReadOnlyList<RunSummary>> _runs = new(() => RunHistory.Newest(store));

    /// <summary>The values of variables that are known.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Path of the workflow that a git ref stands for, as the user means it; null when it was not said.</summary>
    public string? Workflow { get; init; }

    /// <summary>What runs of a workflow took.</summary>
    public RunHistory HistoryOf(Workflow workflow) => RunHistory.Read(store, _runs.Value, run => run.Workflow == workflow.Name);

    /// <summary>The side that a text names; null with a problem.</summary>
    /// <param name="text">The text.</param>
    /// <param name="workflow">Path of the workflow of the other side, for a git ref; null when it has none.</param>
    public async Task<(CostSide? Side, CliProblem? Problem)> ReadAsync(string text, string? workflow)
    {
        var path = context.FullPath(text);
        if (File.Exists(path))
        {
            return ReadFile(text, path);
        }

        var suffix = Path.GetExtension(text).ToLowerInvariant();
        var isPath = suffix is ".yaml" or ".yml" or ".json";
        var lookup = isPath ? null : store.Find(text);
        if (lookup is { Run: not null })
        {
            return await ReadRunAsync(text);
        }

        // A beginning of several runs may be that of a commit; it is told about when it is none.
        var ambiguous = lookup is { Candidates: [var first, _, ..] } && first.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? RunLookups.NotFound(lookup, text, store) : null;
        using var git = await GitRepository.OpenAsync(context.WorkingFolder, context.Cancelled);
        if (git is null)
        {
            return (null, ambiguous ?? new CliProblem(
                ExitCodes.NothingRun,
                isPath ? $"there is no file '{text}'" : $"'{text}' is no file and no run in {store.Root}, and this folder is in no git repository that can be read",
                "name a workflow, a plan, a report, a run or a git ref"));
        }

        var (side, problem) = await new GitSide(context, git, models, project.Configuration).ReadAsync(text, Workflow ?? workflow, isPath);
        return side is { } found ? OfWorkflow(text, found.Loaded, found.Source) : (null, ambiguous ?? problem);
    }

    /// <summary>The side of a workflow.</summary>
    /// <param name="name">What the user calls it.</param>
    /// <param name="loaded">The workflow.</param>
    /// <param name="source">Its file.</param>
    public (CostSide? Side, CliProblem? Problem) OfWorkflow(string name, LoadResult loaded, PlanSource source)
    {
        if (WorkflowLoading.Problem(loaded, "compared") is { } problem)
        {
            var first = loaded.Diagnostics.FirstOrDefault(found => found.Severity == Core.Diagnostics.DiagnosticSeverity.Error)
                ?? loaded.Diagnostics.FirstOrDefault(found => found.Code == Core.Diagnostics.DiagnosticCatalog.NotSupportedYet.Code);
            return (null, problem with { Message = $"{name}: {problem.Message}{(first is null ? "" : $": {first.Location}: {first.Message}")}" });
        }

        // A file that only the other side has leaves this one with what it attaches by itself.
        var workflow = AttachmentBinding.Bind(loaded, loaded.Workflow!, Variables, models.Prices, out _) ?? loaded.Workflow!;
        var ofText = RunHistory.Read(store, _runs.Value, run => run.SourceSha256 == source.Sha256);
        var side = new CostSide(name, PlanOf(workflow, source, HistoryOf(workflow), Variables))
        {
            Measured = ofText.Cost,
            MeasuredNodes = ofText.CostOfNodes,
            Gates = workflow.Gates,
        };
        return (side, null);
    }

    /// <summary>The plan of a workflow.</summary>
    public Plan PlanOf(Workflow workflow, PlanSource source, IPlanHistory history, IReadOnlyDictionary<string, JsonElement> variables) =>
        PlanBuilder.Build(workflow, models.Prices, models.BoundsFor(workflow), variables, history) with
        {
            Tool = new ReportTool("binex", ToolVersion.Text),
            PriceBook = new ReportPriceBook(models.Prices.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), models.Prices.Sha256),
            Source = source,
        };

    /// <summary>The file of a workflow that was loaded.</summary>
    public static PlanSource SourceOf(LoadResult loaded) => new(loaded.Source!.Path, Hash(loaded.Source.Text));

    /// <summary>Hash of a workflow's text, as runs keep it.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private (CostSide? Side, CliProblem? Problem) ReadFile(string text, string path)
    {
        if (Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                return (null, new CliProblem(ExitCodes.NothingRun, $"{text} is larger than {LargestFile / 1024 / 1024} MB"));
            }

            var bytes = File.ReadAllBytes(path);
            if (KindOf(bytes) is "plan")
            {
                return PlanJson.Read(bytes, out var problem) is { } plan
                    ? (new CostSide(text, plan), null)
                    : (null, new CliProblem(ExitCodes.NothingRun, $"{text}: {problem}"));
            }

            if (KindOf(bytes) is "report")
            {
                return ReportJson.Read(bytes, out var problem) is { } report
                    ? (ReportSide.Of(text, report), null)
                    : (null, new CliProblem(ExitCodes.NothingRun, $"{text}: {problem}"));
            }
        }

        var loaded = WorkflowLoader.Load(text == path ? path : Path.GetRelativePath(context.WorkingFolder, path), new LoadOptions { Prices = models.Prices, Project = project.Configuration });
        return loaded.Source is null
            ? (null, new CliProblem(ExitCodes.NothingRun, loaded.Diagnostics[0].Message, loaded.Diagnostics[0].Hint))
            : OfWorkflow(text, loaded, SourceOf(loaded));
    }

    // What the members of the document say that it is.
    private static string? KindOf(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
            return document.RootElement.ValueKind != JsonValueKind.Object ? null
                : document.RootElement.TryGetProperty("run", out _) && document.RootElement.TryGetProperty("totals", out _) ? "report"
                : document.RootElement.TryGetProperty("bounds", out _) ? "plan"
                : null;
        }
        catch (JsonException)
        {
            // The workflow's reader says what is wrong with it, and where.
            return null;
        }
    }

    private async Task<(CostSide? Side, CliProblem? Problem)> ReadRunAsync(string text)
    {
        var (report, problem) = await ReportReading.ReadAsync(context, project, store, text);
        if (report is null || StoredRun.Find(store, text, models, project.Configuration, out problem) is not { Loaded.Workflow: { } workflow } stored)
        {
            return (null, problem);
        }

        var source = new PlanSource(report.Source.Path, report.Source.Sha256);
        var plan = PlanOf(workflow, source, HistoryOf(workflow), stored.Snapshot.Vars);
        return (ReportSide.Of($"run {report.Run.Id}", report) with { Plan = plan, Gates = workflow.Gates }, null);
    }
}
