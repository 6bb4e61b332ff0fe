using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Binex.Core.Configuration;
using Binex.Core.Expressions;
using Binex.Core.Models;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Store.Runs;
using Binex.Validation;

namespace Binex.Cli.Running;

/// <summary>Gets a run ready: limits, variables, environment, its folder. Nothing is spent and no model is called here.</summary>
/// <param name="context">The process's surroundings.</param>
/// <param name="store">Where the run is kept.</param>
/// <param name="chatModel">What will answer its calls.</param>
/// <param name="project">What the project lets runs spend.</param>
/// <param name="prices">Says what models can take.</param>
internal sealed class RunPreparation(CliContext context, RunStore store, IChatModel chatModel, ProjectBudget project, IPriceBook prices)
{
    /// <summary>A new run; null with a problem when it cannot begin.</summary>
    public PreparedRun? New(LoadResult loaded, string path, RunOptions options, IReadOnlyList<string> vars, JsonElement? varFile, out CliProblem? problem)
    {
        var workflow = Limited(loaded.Workflow!, options, out problem);
        if (workflow is null)
        {
            return null;
        }

        var values = VariableValues.Gather(workflow, vars, varFile, out problem);
        problem ??= HumanOptions.FindProblem(workflow, options) ?? MissingEnvironment(workflow) ?? Providers(options, values!, workflow.Nodes);
        workflow = problem is null ? Attach(loaded, workflow, values!, out problem) : null;
        var cassettes = problem is null ? Cassettes.Open(options, context.WorkingFolder, out problem) : null;
        if (problem is not null || workflow is null || values is null)
        {
            return null;
        }

        var text = Encoding.UTF8.GetBytes(loaded.Source!.Text);
        var secret = workflow.Variables.Where(variable => variable.Secret).Select(variable => variable.Name).ToHashSet();
        RunDirectory directory;
        try
        {
            directory = store.Create(RunIds.Next(context.Time), new RunSnapshot(path, text)
            {
                Files = loaded.FilesRead,
                Attachments = workflow.Nodes.SelectMany(node => node.Attachments).Select(attached => attached.File!).DistinctBy(file => file.Path).ToDictionary(file => file.Path, file => file.Sha256),
                Vars = values.Where(value => !secret.Contains(value.Key)).ToDictionary(),
                Options = RunOptionsJson.Write(options),
            });
        }
        catch (IOException error)
        {
            problem = new CliProblem(ExitCodes.Unreachable, error.Message, "nothing was run; --store DIR keeps runs somewhere else");
            return null;
        }

        return Open(directory, workflow, path, text, options, values, out problem) is { } run ? run with { Cassettes = cassettes } : null;
    }

    /// <summary>A run that goes on; null with a problem when it cannot.</summary>
    public PreparedRun? Again(StoredRun stored, RunOptions options, IReadOnlyList<string> vars, JsonElement? varFile, out CliProblem? problem)
    {
        var (directory, snapshot, loaded) = stored;
        var workflow = Limited(loaded.Workflow!, options, out problem);
        if (workflow is null)
        {
            return null;
        }

        var before = snapshot.Vars.ToDictionary();
        foreach (var member in varFile?.EnumerateObject() ?? default)
        {
            before[member.Name] = member.Value;
        }

        var given = JsonSerializer.SerializeToElement(before, VarsJson.Default.DictionaryStringJsonElement);
        var values = VariableValues.Gather(workflow, vars, given, out problem);
        problem ??= HumanOptions.FindProblem(workflow, options)
            ?? MissingEnvironment(workflow)
            ?? Providers(options, values!, Unfinished(workflow, directory));
        workflow = problem is null ? Attach(loaded, workflow, values!, out problem) : null;
        var cassettes = problem is null ? Cassettes.Open(options, context.WorkingFolder, out problem) : null;
        return problem is null && workflow is not null && values is not null && Open(directory, workflow, snapshot.SourcePath, snapshot.Workflow, options, values, out problem) is { } run
            ? run with { Cassettes = cassettes }
            : null;
    }

    private Workflow? Attach(LoadResult loaded, Workflow workflow, IReadOnlyDictionary<string, JsonElement> values, out CliProblem? problem)
    {
        var bound = AttachmentBinding.Bind(loaded, workflow, values, prices, out var wrong);
        problem = wrong is null ? null : new CliProblem(ExitCodes.NothingRun, wrong.Message, wrong.Hint);
        return bound;
    }

    private CliProblem? Providers(RunOptions options, IReadOnlyDictionary<string, JsonElement> values, IEnumerable<Node> nodes) =>
        options.SendsNothing ? null : new ProviderCheck(context.Environment, values).Find(chatModel, nodes);

    private static IEnumerable<Node> Unfinished(Workflow workflow, RunDirectory directory)
    {
        var finished = directory.ReadJournal().Entries.Select(entry => entry.Event).OfType<NodeCompleted>().Select(fact => fact.Node).ToHashSet();
        return workflow.Nodes.Where(node => !finished.Contains(node.Id));
    }

    private PreparedRun? Open(
        RunDirectory directory, Workflow workflow, string path, ReadOnlyMemory<byte> text, RunOptions options,
        IReadOnlyDictionary<string, JsonElement> values, out CliProblem? problem)
    {
        var opening = directory.OpenJournal();
        problem = opening.Problem is { } refused ? new CliProblem(ExitCodes.Unreachable, refused.Message) : null;
        return opening.Journal is null ? null : new PreparedRun
        {
            Workflow = workflow,
            SourcePath = path,
            SourceSha256 = Convert.ToHexStringLower(SHA256.HashData(text.Span)),
            Directory = directory,
            Options = options,
            Variables = values,
            Journal = opening.Journal,
            History = opening.Reading.Entries,
            Project = ProjectLimits.Accounts(project, options, store, context.Time),
        };
    }

    private Workflow? Limited(Workflow workflow, RunOptions options, out CliProblem? problem)
    {
        if (ProjectLimits.Apply(workflow.Budget, project, options, out problem) is not { } budget)
        {
            return null;
        }

        var concurrency = options.Concurrency is { } nodes
            ? workflow.Concurrency with { Total = nodes, Default = Math.Min(nodes, workflow.Concurrency.Default) }
            : workflow.Concurrency;
        return workflow.WithLimits(budget, concurrency);
    }

    private CliProblem? MissingEnvironment(Workflow workflow)
    {
        foreach (var node in workflow.Nodes)
        {
            var missing = node.References.FirstOrDefault(reference =>
                reference is { Root: ReferenceRoot.Env, Default: null } && context.Environment(reference.Name) is null);
            if (missing is not null)
            {
                return new CliProblem(
                    ExitCodes.NothingRun,
                    $"node '{node.Id}' needs the environment variable {missing.Name}, which is not set{(node.Location is { } place ? $" ({place})" : "")}",
                    $"set it, or give a default: ${{env.{missing.Name}:-VALUE}}");
            }
        }

        return null;
    }
}
