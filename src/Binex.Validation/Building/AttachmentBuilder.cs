using System.Text.Json;
using Binex.Core.Attachments;
using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Core.Workflows;
using Binex.Validation.Documents;
using Binex.Validation.Rules;

namespace Binex.Validation.Building;

/// <summary>Builds what a node attaches. Files whose names are known are read here; the others when the values of variables are.</summary>
internal sealed class AttachmentBuilder(
    NamedFiles files, FindingList findings, IEnumerable<Variable> variables, IReadOnlyDictionary<string, JsonElement>? values)
{
    // Made when a file is first named: most workflows attach none.
    private Dictionary<string, JsonElement>? _known;

    private Dictionary<string, JsonElement> Known => _known ??= KnownOf(variables, values);

    /// <summary>The attachments of a node, in document order.</summary>
    /// <param name="map">What is written under its id.</param>
    /// <param name="agent">Its agent.</param>
    /// <param name="allowOutside">Whether they may be outside the workflow's folder.</param>
    /// <param name="uses">Takes their references.</param>
    public IReadOnlyList<AttachmentPath> Build(MappingNode? map, AgentUri agent, bool allowOutside, List<ReferenceUse> uses)
    {
        if (map?.Entry("attachments") is not { Value: SequenceNode } entry)
        {
            return [];
        }

        if (!agent.IsModel)
        {
            findings.Add(DiagnosticCatalog.KeyWithoutEffect, entry.Key.Location, $"{agent} takes no files, so 'attachments' has no effect", "only llm:// takes files");
            return [];
        }

        var attached = map.Texts("attachments").Select(text => Build(text, allowOutside, uses)).OfType<AttachmentPath>().ToList();
        if (AttachmentBinding.TooMuch(attached) is { } problem)
        {
            findings.Add(DiagnosticCatalog.NotAttachable, entry.Key.Location, problem, "attach smaller files, or fewer of them");
        }

        return attached;
    }

    private AttachmentPath? Build(ScalarNode text, bool allowOutside, List<ReferenceUse> uses)
    {
        if (!NamedFiles.IsName(text))
        {
            findings.Add(DiagnosticCatalog.NotAttachable, text.Location, $"'{text.Value}' names no file", $"write {AttachmentPath.Prefix} before the path");
            return null;
        }

        var template = TemplateReader.Template(new LocatedText(text), uses, findings);
        if (template.References.FirstOrDefault(reference => reference.Root != ReferenceRoot.User) is { } unknown)
        {
            findings.Add(
                DiagnosticCatalog.AttachmentNotKnown,
                text.LocationOf(unknown.Offset, unknown.Length),
                $"{unknown} is only known when the workflow runs, and what is attached must be known before",
                "name the file by a variable, ${user.NAME}; what another node gives belongs into the prompt");
            return null;
        }

        var attached = new AttachmentPath(template, allowOutside);
        return template.Errors.Count == 0 && attached.PathWith(Known) is { } path && files.Attachment(text, path, allowOutside) is { } file
            ? attached with { File = file }
            : attached;
    }

    private static Dictionary<string, JsonElement> KnownOf(IEnumerable<Variable> variables, IReadOnlyDictionary<string, JsonElement>? values)
    {
        var known = values is null ? new Dictionary<string, JsonElement>(StringComparer.Ordinal) : new Dictionary<string, JsonElement>(values, StringComparer.Ordinal);
        foreach (var variable in variables)
        {
            if (variable.Default is { } standard)
            {
                known.TryAdd(variable.Name, standard);
            }
        }

        return known;
    }
}
