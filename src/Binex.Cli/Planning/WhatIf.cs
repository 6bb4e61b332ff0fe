using System.Globalization;
using Binex.Core.Diagnostics;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Cli.Planning;

/// <summary>A workflow as it would be with a setting changed: <c>node.model=…</c>, <c>defaults.max_tokens=…</c>.</summary>
internal static class WhatIf
{
    private static readonly string[] NodeSettings = ["model", "max_tokens", "max_attempts", "max_iterations"];

    /// <summary>The workflow with every change made; null with a problem.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="changes">The changes, as they are written.</param>
    /// <param name="prices">The prices of models.</param>
    /// <param name="problem">What is wrong with a change.</param>
    public static Workflow? Apply(Workflow workflow, IEnumerable<string> changes, IPriceBook prices, out CliProblem? problem)
    {
        var nodes = workflow.Nodes.ToArray();
        foreach (var change in changes)
        {
            problem = Apply(workflow, nodes, change, prices);
            if (problem is not null)
            {
                return null;
            }
        }

        problem = null;
        return workflow.WithNodes(nodes);
    }

    private static CliProblem? Apply(Workflow workflow, Node[] nodes, string change, IPriceBook prices)
    {
        if (change.Split('=', 2) is not [var path, { Length: > 0 } value] || path.LastIndexOf('.') is not (> 0 and var dot))
        {
            return Wrong($"--what-if takes NODE.SETTING=VALUE, and not '{change}'", "such as draft.model=gpt-4o-mini or defaults.max_tokens=500");
        }

        var (name, setting) = (path[..dot], path[(dot + 1)..]);
        if (name == "defaults")
        {
            if (setting != "max_tokens")
            {
                return Wrong($"--what-if cannot change defaults.{setting}", "it can change defaults.max_tokens");
            }

            for (var i = 0; i < nodes.Length; i++)
            {
                if (!TryNumber(value, out var limit))
                {
                    return NoNumber(change);
                }

                nodes[i] = nodes[i] with { Model = nodes[i].Model with { FallbackMaxTokens = limit } };
            }

            return null;
        }

        var index = workflow.IndexOf(name);
        if (index < 0)
        {
            return Wrong($"the workflow has no node '{name}'", Spelling.Hint(name, workflow.Nodes.Select(node => node.Id)));
        }

        return setting == "model" ? ChangeModel(workflow, nodes, index, value, prices) : Apply(nodes, index, setting, value, change);
    }

    private static CliProblem? ChangeModel(Workflow workflow, Node[] nodes, int index, string value, IPriceBook prices)
    {
        var node = nodes[index];
        if (!node.Agent.IsModel)
        {
            return Wrong($"node '{node.Id}' asks no model: it is {node.Agent}", null);
        }

        var model = value.StartsWith("llm://", StringComparison.Ordinal) ? value[6..] : value;
        if (!workflow.Budget.AllowUnpriced && prices.Find(model) is null)
        {
            return Wrong($"the model '{model}' has no price, so a run with it would be refused", Spelling.Hint(model, prices.Models));
        }

        nodes[index] = node with { Agent = node.Agent with { Target = model } };
        return null;
    }

    private static CliProblem? Apply(Node[] nodes, int index, string setting, string value, string change)
    {
        var node = nodes[index];

        if (!NodeSettings.Contains(setting))
        {
            return Wrong($"--what-if cannot change '{setting}'", Spelling.Hint(setting, NodeSettings) ?? $"it can change {string.Join(", ", NodeSettings)}");
        }

        if (!TryNumber(value, out var number))
        {
            return NoNumber(change);
        }

        if (setting == "max_iterations" && node.BackEdge is null)
        {
            return Wrong($"node '{node.Id}' closes no loop", null);
        }

        nodes[index] = setting switch
        {
            "max_tokens" => node with { Model = node.Model with { MaxTokens = number } },
            "max_attempts" => node with { Retry = node.Retry with { MaxAttempts = number } },
            _ => node with { BackEdge = node.BackEdge! with { MaxIterations = number } },
        };
        return null;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    private static CliProblem NoNumber(string change) => Wrong($"--what-if {change}: the value is a whole number from 1", null);

    private static CliProblem Wrong(string message, string? hint) => new(ExitCodes.NothingRun, message, hint);
}
