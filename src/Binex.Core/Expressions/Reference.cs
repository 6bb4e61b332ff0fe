using System.Text;

namespace Binex.Core.Expressions;

/// <summary>A reference such as <c>${draft.text.title:-untitled}</c>.</summary>
/// <param name="Root">What it starts from.</param>
/// <param name="Name">The variable, the environment variable, the node or the property of the run; empty where the root says all.</param>
public sealed record Reference(ReferenceRoot Root, string Name)
{
    /// <summary>The node's output, for <see cref="ReferenceRoot.Output"/>; else empty.</summary>
    public string Output { get; init; } = "";

    /// <summary>Steps into the value.</summary>
    public IReadOnlyList<PathSegment> Path { get; init; } = [];

    /// <summary>What stands in when the value is missing, null or empty; null when none was given.</summary>
    public string? Default { get; init; }

    /// <summary>Where <c>${</c> stands in the text, in UTF-16 units from 0.</summary>
    public int Offset { get; init; }

    /// <summary>Length from <c>${</c> to <c>}</c>, both included.</summary>
    public int Length { get; init; }

    /// <summary>Whether it names a node.</summary>
    public bool IsNode => Root is ReferenceRoot.Output or ReferenceRoot.Status;

    /// <summary>The reference as it is written, without its default.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("${");
        text.Append(Root switch
        {
            ReferenceRoot.User => $"user.{Name}",
            ReferenceRoot.Env => $"env.{Name}",
            ReferenceRoot.Output => $"{Name}.{Output}",
            ReferenceRoot.Status => $"{Name}.status",
            ReferenceRoot.Run => $"run.{Name}",
            ReferenceRoot.Budget => $"budget.{Name}",
            _ => Root.ToString().ToLowerInvariant(),
        });
        foreach (var segment in Path)
        {
            text.Append(segment);
        }

        return text.Append('}').ToString();
    }
}
