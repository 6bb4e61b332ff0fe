using System.Text.Json;
using Binex.Core.Attachments;
using Binex.Core.Prices;
using Binex.Core.Workflows;
using Binex.Validation.Files;

namespace Binex.Validation;

/// <summary>Reads the files that nodes attach, once the values of variables are known.</summary>
public static class AttachmentBinding
{
    /// <summary>The workflow with the files that its nodes attach by these values; null with a problem.</summary>
    /// <param name="loaded">The workflow as it was loaded.</param>
    /// <param name="workflow">The same, with the limits of the command line.</param>
    /// <param name="variables">Values of variables that are known; a file that needs another one stays unknown.</param>
    /// <param name="prices">Says what models can take.</param>
    /// <param name="problem">What is wrong, and what to do.</param>
    public static Workflow? Bind(
        LoadResult loaded, Workflow workflow, IReadOnlyDictionary<string, JsonElement> variables, IPriceBook prices, out FileProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(workflow);
        problem = null;
        if (workflow.Nodes.All(node => node.Attachments.All(attached => attached.Template.IsConstant)))
        {
            return workflow;
        }

        var nodes = workflow.Nodes.ToArray();
        for (var i = 0; i < nodes.Length; i++)
        {
            var bound = nodes[i].Attachments.ToArray();
            for (var j = 0; j < bound.Length && problem is null; j++)
            {
                bound[j] = bound[j].Template.IsConstant ? bound[j] : Bind(loaded.Files!, bound[j], nodes[i], variables, prices, out problem);
            }

            if (problem is null && TooMuch(bound) is { } tooMuch)
            {
                problem = Problem(nodes[i], FileProblemKind.TooLarge, tooMuch, "attach smaller files, or fewer of them");
            }

            if (problem is not null)
            {
                return null;
            }

            nodes[i] = nodes[i] with { Attachments = bound };
        }

        return workflow.WithNodes(nodes);
    }

    /// <summary>Why files cannot be attached to one node together; null when they can.</summary>
    internal static string? TooMuch(IEnumerable<AttachmentPath> attached) =>
        attached.Sum(path => (long)(path.File?.Content.Length ?? 0)) is > Attachment.MostBytes and var bytes
            ? $"the files have {bytes:N0} bytes together, and a node attaches at most {Attachment.MostBytes:N0}"
            : null;

    private static AttachmentPath Bind(
        IWorkflowFiles files, AttachmentPath attached, Node node, IReadOnlyDictionary<string, JsonElement> variables, IPriceBook prices, out FileProblem? problem)
    {
        problem = null;
        if (attached.PathWith(variables) is not { } path)
        {
            return attached with { File = null };
        }

        var content = files.ReadBytes(path, attached.AllowOutside, Attachment.MostBytes);
        if (!content.IsRead)
        {
            problem = Problem(node, content.Problem.Kind, content.Problem.Message, content.Problem.Hint);
            return attached;
        }

        if (AttachmentContent.Read(path, content.Bytes, out var wrong) is not { } file)
        {
            problem = Problem(node, FileProblemKind.Unreadable, wrong!, null);
            return attached;
        }

        var refusal = node.Model.ApiBase is not null ? null : node.Fallbacks.Prepend(node.Agent.Target)
            .Select(model => AttachmentSupport.Problem(file.Kind, model, prices.Find(model)))
            .FirstOrDefault(found => found is not null);
        problem = refusal is null ? null : Problem(node, FileProblemKind.Unreadable, $"{refusal}, and '{path}' is {file.MediaType}", "name a model that does");
        return attached with { File = file };
    }

    private static FileProblem Problem(Node node, FileProblemKind kind, string message, string? hint) =>
        new(kind, $"node '{node.Id}' cannot attach its files{(node.Location is { } place ? $" ({place})" : "")}: {message}", hint);
}
