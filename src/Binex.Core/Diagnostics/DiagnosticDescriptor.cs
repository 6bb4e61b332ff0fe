namespace Binex.Core.Diagnostics;

/// <summary>A kind of finding. Its code is never given to another kind.</summary>
/// <param name="Code">Stable code, <c>BNX</c> and four digits.</param>
/// <param name="Severity">Severity unless configured otherwise.</param>
/// <param name="Title">What the kind is about, in a few words.</param>
/// <param name="Explanation">What it means, why it matters and what to do, in a few sentences.</param>
public sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Title, string Explanation)
{
    /// <summary>Whether a project may switch it off or give it another severity; false where nothing can run before it is mended.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the same file may have it on one machine or day and not on another; a comment that suppresses it is never called unused.</summary>
    public bool DependsOnSurroundings { get; init; }

    /// <summary>Whether what it points at is a secret, which nothing may show.</summary>
    public bool HidesText { get; init; }

    /// <summary>Page of the project's documentation that explains this kind.</summary>
    public string HelpLink => $"docs/diagnostics/{Code}.md";
}
