using System.Text.Json;
using Binex.Core.Expressions;
using Binex.Core.Json;

namespace Binex.Core.Attachments;

/// <summary>The path of a file that a node attaches: <c>file://</c> and a path, in which variables may stand.</summary>
/// <param name="Template">The text as it is written.</param>
/// <param name="AllowOutside">Whether it may lead out of the workflow's folder.</param>
public sealed record AttachmentPath(TextTemplate Template, bool AllowOutside)
{
    /// <summary>What every such text begins with.</summary>
    public const string Prefix = "file://";

    /// <summary>The file; null as long as it is not known.</summary>
    public Attachment? File { get; init; }

    /// <summary>The path, without its prefix; null where a variable has no value.</summary>
    /// <param name="variables">The values of variables by name.</param>
    public string? PathWith(IReadOnlyDictionary<string, JsonElement> variables)
    {
        var text = Template.Resolve(new Values(variables));
        return text.Missing is null ? JsonValues.ToText(text.Value)[Prefix.Length..].Trim() : null;
    }

    private sealed class Values(IReadOnlyDictionary<string, JsonElement> variables) : IReferenceSource
    {
        public ReferenceValue Find(Reference reference) => reference.Root == ReferenceRoot.User && variables.TryGetValue(reference.Name, out var value)
            ? ReferenceValue.Of(value)
            : ReferenceValue.NotFound($"{reference} has no value before the run");
    }
}
