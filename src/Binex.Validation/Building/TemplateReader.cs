using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Validation.Rules;

namespace Binex.Validation.Building;

/// <summary>Reads templates and conditions, and reports what cannot be read.</summary>
internal static class TemplateReader
{
    /// <summary>Reads a template.</summary>
    /// <param name="text">The text.</param>
    /// <param name="uses">Takes its references.</param>
    /// <param name="findings">Takes its mistakes.</param>
    public static TextTemplate Template(LocatedText text, List<ReferenceUse> uses, FindingList findings)
    {
        var template = TextTemplate.Parse(text.Value);
        Report(DiagnosticCatalog.TemplateSyntax, text, template.Errors, findings);
        uses.AddRange(template.References.Select(reference => new ReferenceUse(reference, text)));
        return template;
    }

    /// <summary>Reads a condition.</summary>
    /// <param name="text">The text.</param>
    /// <param name="uses">Takes its references.</param>
    /// <param name="findings">Takes its mistakes.</param>
    /// <param name="isInBackEdge">Whether it is the condition of a back edge.</param>
    public static Expression Condition(LocatedText text, List<ReferenceUse> uses, FindingList findings, bool isInBackEdge = false)
    {
        var condition = Expression.Parse(text.Value);
        Report(DiagnosticCatalog.ConditionSyntax, text, condition.Errors, findings);
        uses.AddRange(condition.References.Select(reference => new ReferenceUse(reference, text, isInBackEdge) { IsInCondition = true }));
        return condition;
    }

    private static void Report(DiagnosticDescriptor descriptor, LocatedText text, IReadOnlyList<SyntaxError> errors, FindingList findings)
    {
        foreach (var error in errors)
        {
            findings.Add(descriptor, text.Locate(error.Offset, error.Length), error.Message, error.Hint);
        }
    }
}
