using System.Text.Json;
using Binex.Core.Diagnostics;
using Binex.Core.Json;
using Binex.Core.Workflows;

namespace Binex.Cli.Running;

/// <summary>Gathers the values of a workflow's variables: the command line, then a file, then defaults.</summary>
internal static class VariableValues
{
    /// <summary>The values that are given, by name and as they are written; null when something is wrong.</summary>
    /// <param name="pairs">Texts <c>name=value</c>.</param>
    /// <param name="file">Content of the file of variables; null when there is none.</param>
    /// <param name="problem">What is wrong, and what to do.</param>
    public static Dictionary<string, JsonElement>? Given(IEnumerable<string> pairs, JsonElement? file, out CliProblem? problem)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        problem = null;
        foreach (var member in file?.EnumerateObject() ?? default)
        {
            values[member.Name] = member.Value;
        }

        foreach (var pair in pairs)
        {
            if (pair.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var split))
            {
                problem = new CliProblem(Core.Runs.ExitCodes.NothingRun, $"--var takes NAME=VALUE, and not '{pair}'");
                return null;
            }

            values[pair[..split]] = JsonValues.From(pair[(split + 1)..]);
        }

        return values;
    }

    /// <summary>The values by name; null when something is wrong.</summary>
    /// <param name="workflow">Declares the variables.</param>
    /// <param name="pairs">Texts <c>name=value</c>.</param>
    /// <param name="file">Content of the file of variables; null when there is none.</param>
    /// <param name="problem">What is wrong, and what to do.</param>
    /// <param name="mayLack">Whether variables may have no value, because nothing is run.</param>
    public static Dictionary<string, JsonElement>? Gather(
        Workflow workflow, IEnumerable<string> pairs, JsonElement? file, out CliProblem? problem, bool mayLack = false)
    {
        if (Given(pairs, file, out problem) is not { } values)
        {
            return null;
        }

        foreach (var variable in workflow.Variables)
        {
            problem = mayLack && !values.ContainsKey(variable.Name) && variable.Default is null ? null : Settle(variable, values);
            if (problem is not null)
            {
                return null;
            }
        }

        problem = FindUndeclared(workflow, values) ?? (mayLack ? null : FindWithoutValue(workflow, values));
        return problem is null ? values : null;
    }

    private static CliProblem? Settle(Variable variable, Dictionary<string, JsonElement> values)
    {
        if (!values.TryGetValue(variable.Name, out var value))
        {
            if (variable.Default is { } standard)
            {
                values[variable.Name] = standard;
                return null;
            }

            return variable.Required ? Missing(variable.Name, variable.Description) : null;
        }

        if (Convert(variable.Type, value) is not { } typed)
        {
            return new CliProblem(
                Core.Runs.ExitCodes.NothingRun, $"the variable '{variable.Name}' must be {Describe(variable.Type)}, and not '{JsonValues.ToText(value)}'");
        }

        if (variable.Allowed.Count > 0 && !variable.Allowed.Any(allowed => JsonElement.DeepEquals(allowed, typed)))
        {
            return new CliProblem(
                Core.Runs.ExitCodes.NothingRun,
                $"the variable '{variable.Name}' cannot be '{JsonValues.ToText(value)}'",
                $"it is one of: {string.Join(", ", variable.Allowed.Select(JsonValues.ToText))}");
        }

        values[variable.Name] = typed;
        return null;
    }

    private static CliProblem? FindUndeclared(Workflow workflow, Dictionary<string, JsonElement> values)
    {
        var declared = workflow.Variables.Select(variable => variable.Name).ToList();
        var used = UsedNames(workflow).ToHashSet();
        foreach (var name in values.Keys)
        {
            if (!declared.Contains(name) && !used.Contains(name))
            {
                return new CliProblem(
                    Core.Runs.ExitCodes.NothingRun,
                    $"the workflow has no variable '{name}'",
                    Spelling.Hint(name, declared.Concat(used)) ?? (declared.Count > 0 ? $"it has: {string.Join(", ", declared)}" : "it has none"));
            }
        }

        return null;
    }

    private static CliProblem? FindWithoutValue(Workflow workflow, Dictionary<string, JsonElement> values)
    {
        var needed = workflow.Nodes.SelectMany(node => node.References)
            .FirstOrDefault(reference => reference is { Root: Core.Expressions.ReferenceRoot.User, Default: null } && !values.ContainsKey(reference.Name));
        return needed is null ? null : Missing(needed.Name, workflow.Variables.FirstOrDefault(variable => variable.Name == needed.Name)?.Description);
    }

    private static IEnumerable<string> UsedNames(Workflow workflow) => workflow.Nodes
        .SelectMany(node => node.References)
        .Where(reference => reference.Root == Core.Expressions.ReferenceRoot.User)
        .Select(reference => reference.Name);

    private static CliProblem Missing(string name, string? description) => new(
        Core.Runs.ExitCodes.NothingRun,
        $"the variable '{name}' has no value{(description is null ? "" : $" ({description})")}",
        $"give it with --var {name}=VALUE, or with --var-file FILE");

    private static JsonElement? Convert(VariableType type, JsonElement value)
    {
        var isText = value.ValueKind == JsonValueKind.String;
        switch (type)
        {
            case VariableType.String:
                return isText ? value : JsonValues.From(JsonValues.ToText(value));
            case VariableType.Number or VariableType.Integer:
                return decimal.TryParse(JsonValues.ToText(value), out var number) && (type == VariableType.Number || number == decimal.Truncate(number))
                    ? JsonValues.From(number)
                    : null;
            case VariableType.Boolean:
                return bool.TryParse(JsonValues.ToText(value), out var truth) ? JsonValues.From(truth) : null;
            default:
                return isText ? ParseJson(value.GetString()!) : value;
        }
    }

    private static JsonElement? ParseJson(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            // Not JSON: the caller says so with the variable's name.
            return null;
        }
    }

    private static string Describe(VariableType type) => type switch
    {
        VariableType.Number => "a number",
        VariableType.Integer => "a whole number",
        VariableType.Boolean => "true or false",
        VariableType.Json => "JSON",
        _ => "text",
    };
}
