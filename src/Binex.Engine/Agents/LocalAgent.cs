using System.Globalization;
using System.Text.Json;
using Binex.Core.Json;
using Binex.Core.Requests;
using Binex.Core.Runs;

namespace Binex.Engine.Agents;

/// <summary>The <c>local://</c> agents: no process, no money.</summary>
internal sealed class LocalAgent(TimeProvider timeProvider) : IAgent
{
    private const string Milliseconds = "ms";

    public async Task<AgentResult> ExecuteAsync(AgentContext context, CancellationToken cancellationToken)
    {
        switch (context.Node.Agent.Target)
        {
            case "noop":
                return AgentResult.Answered(JsonValues.Null);
            case "template":
                return Input(context, "template");
            case "select":
                return Input(context, "value");
            case "json":
                return ParseJson(context);
            case "merge":
                return AgentResult.Answered(JsonValues.Object(context.Execution.Dependencies.Select(
                    dependency => KeyValuePair.Create(dependency.Id, UpstreamValue.Of(dependency)))));
            case "fail":
                return Fail(context);
            case "sleep":
                return await SleepAsync(context, cancellationToken).ConfigureAwait(false);
            default:
                return AgentResult.Answered(Everything(context, ""));
        }
    }

    private async Task<AgentResult> SleepAsync(AgentContext context, CancellationToken cancellationToken)
    {
        var input = context.Input(Milliseconds);
        if (!TryNumber(input, out var milliseconds) || milliseconds is < 0 or > int.MaxValue)
        {
            return AgentResult.Failed(
                FailureKind.BadRequest,
                $"local://sleep needs inputs.{Milliseconds}, a number of milliseconds, and not '{JsonValues.ToText(input)}'");
        }

        await Task.Delay(TimeSpan.FromMilliseconds((double)milliseconds), timeProvider, cancellationToken).ConfigureAwait(false);
        return AgentResult.Answered(Everything(context, Milliseconds));
    }

    private static AgentResult Fail(AgentContext context)
    {
        var times = context.Input("times");
        if (TryNumber(times, out var limit) && context.Attempt > limit)
        {
            return AgentResult.Answered(JsonValues.Null);
        }

        var message = JsonValues.ToText(context.Input("message"));
        return AgentResult.Failed(FailureKind.Agent, message.Length > 0 ? message : "local://fail was asked to fail");
    }

    private static AgentResult ParseJson(AgentContext context)
    {
        var value = Everything(context, "");
        if (value.ValueKind != JsonValueKind.String)
        {
            return AgentResult.Answered(value);
        }

        return JsonValues.TryParse(value.GetString()!, out var parsed, out var problem)
            ? AgentResult.Answered(parsed)
            : AgentResult.Failed(FailureKind.BadRequest, $"local://json was given text that is not JSON: {problem}");
    }

    private static AgentResult Input(AgentContext context, string name) => context.Resolved.Inputs.TryGetValue(name, out var value)
        ? AgentResult.Answered(value)
        : AgentResult.Failed(FailureKind.BadRequest, $"node '{context.Node.Id}': {context.Node.Agent} needs inputs.{name}");

    private static bool TryNumber(JsonElement input, out decimal number) =>
        decimal.TryParse(JsonValues.ToText(input), NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    // One value stands for itself; several are an object of inputs by name and outputs by node.
    private static JsonElement Everything(AgentContext context, string without)
    {
        var members = context.Resolved.Inputs.Where(input => input.Key != without)
            .Select(input => KeyValuePair.Create(input.Key, input.Value))
            .Concat(context.Resolved.Unreferenced.Select(node => KeyValuePair.Create(node.Id, UpstreamValue.Of(node))))
            .ToList();
        return members.Count switch
        {
            0 => JsonValues.Null,
            1 => members[0].Value,
            _ => JsonValues.Object(members),
        };
    }
}
