using System.Globalization;
using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.Core.Expressions;
using Binex.Core.Expressions.Analysis;
using Binex.Core.Expressions.Values;
using Binex.Core.Json;
using Binex.Core.Text;
using Binex.Core.Workflows;
using Binex.Validation.Building;

namespace Binex.Validation.Rules.References;

/// <summary>Conditions compare a value with one that it can have, and a default has the type of its variable.</summary>
internal sealed class ComparisonRule : IRule
{
    private const int MostTold = 10;

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        var domains = new ValueDomains(draft);
        for (var i = 0; i < draft.Nodes.Count; i++)
        {
            foreach (var condition in draft.Nodes[i].Conditions)
            {
                foreach (var test in condition.Expression.Analysis.Tests)
                {
                    if (test is { Comparison: not null, IsNullTest: false } && domains.Of(i, test.Reference) is { } domain)
                    {
                        Check(test, domain, condition.Locate(test.Reference), findings);
                    }
                }
            }
        }

        foreach (var use in draft.References)
        {
            CheckDefault(use, domains, findings);
        }
    }

    private static void Check(ConditionTest test, ValueDomain domain, SourceLocation place, FindingList findings)
    {
        if (domain.Type is { } type && MismatchOf(test, type) is { } mismatch)
        {
            findings.Add(
                DiagnosticCatalog.TypeMismatch,
                place,
                $"{test.Reference} is of type {type}, so comparing it with '{JsonValues.ToText(test.Literal)}' always comes out the same",
                mismatch);
            return;
        }

        if (domain.Values is not { } values)
        {
            return;
        }

        foreach (var literal in test.Comparison switch
        {
            ComparisonOperator.Equal or ComparisonOperator.NotEqual => [test.Literal],
            ComparisonOperator.In when test.Literal.ValueKind == JsonValueKind.Array => test.Literal.EnumerateArray(),
            _ => Enumerable.Empty<JsonElement>(),
        })
        {
            if (values.All(value => ConditionTest.AreDistinct(value, literal)))
            {
                var text = JsonValues.ToText(literal);
                var names = values.Select(JsonValues.ToText).ToList();
                findings.Add(
                    DiagnosticCatalog.ImpossibleValue,
                    place,
                    $"{test.Reference} is never '{text}'",
                    domain.Remedy(text) ?? Spelling.Hint(text, names) ?? $"it is one of {string.Join(", ", names.Take(MostTold))}{(names.Count > MostTold ? ", …" : "")}");
            }
        }
    }

    // What to do where a comparison with a value of another type can come out only one way; null where both ways are possible.
    private static string? MismatchOf(ConditionTest test, string type)
    {
        var literal = test.Literal;
        var isEquality = test.Comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
        var isOrder = test.Comparison is >= ComparisonOperator.Less and <= ComparisonOperator.GreaterOrEqual;
        return type switch
        {
            "boolean" when isOrder => "true and false have no order; use the value by itself, or 'not'",
            "boolean" when isEquality && !IsBoolean(literal) => "compare it with true or false, or use it by itself",
            "number" or "integer" when (isEquality || isOrder) && !IsNumber(literal) => "compare it with a number",
            "array" or "object" when isOrder => "lists and objects have no order; compare length(…), or a part",
            "array" or "object" when isEquality && literal.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False =>
                "compare length(…), or a part of it",
            _ => null,
        };
    }

    private static void CheckDefault(ReferenceUse use, ValueDomains domains, FindingList findings)
    {
        if (use.Reference is { Root: ReferenceRoot.User, Default: { Length: > 0 } text, Path.Count: 0 }
            && domains.Variable(use.Reference.Name) is { } variable)
        {
            var literal = JsonValues.From(text);
            var fits = variable.Type switch
            {
                VariableType.Boolean => IsBoolean(literal),
                VariableType.Number or VariableType.Integer => IsNumber(literal),
                _ => true,
            };
            if (!fits)
            {
                findings.Add(
                    DiagnosticCatalog.TypeMismatch,
                    use.Location,
                    $"the variable '{variable.Name}' is of type {variable.Type.ToString().ToLowerInvariant()}, and its default here is the text '{text}'",
                    "give the variable a default of its type in 'vars'");
            }
        }
    }

    private static bool IsBoolean(JsonElement literal) =>
        !ConditionTest.AreDistinct(literal, JsonValues.True) || !ConditionTest.AreDistinct(literal, JsonValues.False);

    private static bool IsNumber(JsonElement literal) =>
        literal.ValueKind == JsonValueKind.Number
        || (literal.ValueKind == JsonValueKind.String && double.TryParse(literal.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _));
}
