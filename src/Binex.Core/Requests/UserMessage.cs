using System.Text;
using Binex.Core.Attachments;
using Binex.Core.Execution;
using Binex.Core.Expressions;
using Binex.Core.Json;
using Binex.Core.Workflows;

namespace Binex.Core.Requests;

/// <summary>Makes the message that a model, or a person, is given.</summary>
public static class UserMessage
{
    private const string NoInput = "There is no input. Follow your instructions.";
    private const string NoInputButFiles = "Follow your instructions with what is attached.";

    /// <summary>
    /// The workflow's own prompt; without one, a line for each input and a section for each upstream node that no reference names.
    /// The text files that the node attaches follow.
    /// Where a loop has come back, what sent it back follows, unless the node refers to it by itself.
    /// </summary>
    /// <param name="execution">The execution.</param>
    /// <param name="resolved">Its node with references replaced.</param>
    public static string Of(NodeExecution execution, ResolvedNode resolved)
    {
        var text = new StringBuilder(resolved.Prompt);
        if (resolved.Prompt is null)
        {
            foreach (var (name, value) in resolved.Inputs)
            {
                text.Append(name).Append(": ").Append(JsonValues.ToText(value)).Append('\n');
            }

            foreach (var node in resolved.Unreferenced)
            {
                AppendSection(text, $"Input from {node.Id}:", JsonValues.ToText(UpstreamValue.Of(node)));
            }
        }

        foreach (var attached in execution.Node.Attachments)
        {
            if (attached.File is { Kind: AttachmentKind.Text } file)
            {
                AppendSection(text, $"File {file.Name}:", file.Text);
            }
        }

        AppendFeedback(text, execution);
        return text.Length > 0 ? text.ToString().TrimEnd('\n') : execution.Node.Attachments.Count > 0 ? NoInputButFiles : NoInput;
    }

    private static void AppendFeedback(StringBuilder text, NodeExecution execution)
    {
        if (execution.SentBackBy is not { } reviewer || RefersTo(execution.Node, reviewer.Id))
        {
            return;
        }

        if (execution.PreviousOutputs is { } previous)
        {
            AppendSection(text, "Your previous answer:", JsonValues.ToText(UpstreamValue.Of(new UpstreamNode("", default, previous))));
        }

        var feedback = reviewer.Outputs is { } outputs && outputs.ByName.TryGetValue("feedback", out var given)
            ? given.Value
            : UpstreamValue.Of(reviewer);
        AppendSection(text, $"It was not accepted by {reviewer.Id}. Revise it by this feedback:", JsonValues.ToText(feedback));
    }

    private static bool RefersTo(Node node, string id) => node.References.Any(
        reference => reference.Root == ReferenceRoot.Output && reference.Name.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static void AppendSection(StringBuilder text, string heading, string content)
    {
        if (content.Length > 0)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(heading).Append('\n').Append(content).Append('\n');
        }
    }
}
