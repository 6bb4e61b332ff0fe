using System.Text.Json;

namespace Binex.Engine.Telemetry;

/// <summary>
/// The names of spans, attributes and metrics: those of OpenTelemetry's conventions for generative AI, version 1.41.1, and <c>binex.*</c>
/// for what these have no word for. The one place to change when the conventions do.
/// </summary>
internal static class TelemetryNames
{
    public const string SchemaUrl = "https://opentelemetry.io/schemas/1.41.1";

    public const string InvokeWorkflow = "invoke_workflow";
    public const string InvokeAgent = "invoke_agent";
    public const string Chat = "chat";
    public const string Attempt = "attempt";

    public const string OperationName = "gen_ai.operation.name";
    public const string ProviderName = "gen_ai.provider.name";
    public const string WorkflowName = "gen_ai.workflow.name";
    public const string AgentName = "gen_ai.agent.name";
    public const string RequestModel = "gen_ai.request.model";
    public const string RequestMaxTokens = "gen_ai.request.max_tokens";
    public const string RequestTemperature = "gen_ai.request.temperature";
    public const string RequestTopP = "gen_ai.request.top_p";
    public const string RequestSeed = "gen_ai.request.seed";
    public const string RequestStopSequences = "gen_ai.request.stop_sequences";
    public const string OutputType = "gen_ai.output.type";
    public const string ResponseModel = "gen_ai.response.model";
    public const string FinishReasons = "gen_ai.response.finish_reasons";
    public const string InputTokens = "gen_ai.usage.input_tokens";
    public const string OutputTokens = "gen_ai.usage.output_tokens";
    public const string CacheReadTokens = "gen_ai.usage.cache_read.input_tokens";
    public const string CacheCreationTokens = "gen_ai.usage.cache_creation.input_tokens";
    public const string ReasoningTokens = "gen_ai.usage.reasoning.output_tokens";
    public const string TokenType = "gen_ai.token.type";
    public const string InputMessages = "gen_ai.input.messages";
    public const string OutputMessages = "gen_ai.output.messages";
    public const string SystemInstructions = "gen_ai.system_instructions";
    public const string ErrorType = "error.type";

    public const string TokenUsage = "gen_ai.client.token.usage";
    public const string OperationDuration = "gen_ai.client.operation.duration";
    public const string TimeToFirstChunk = "gen_ai.client.operation.time_to_first_chunk";
    public const string TimePerOutputChunk = "gen_ai.client.operation.time_per_output_chunk";
    public const string RequestStream = "gen_ai.request.stream";
    public const string ResponseTimeToFirstChunk = "gen_ai.response.time_to_first_chunk";

    public const string RunId = "binex.run.id";
    public const string RunStatus = "binex.run.status";
    public const string RunResumed = "binex.run.resumed";
    public const string RunSimulated = "binex.run.simulated";
    public const string NodeStatus = "binex.node.status";
    public const string NodeIteration = "binex.node.iteration";
    public const string NodeAgent = "binex.node.agent";
    public const string AttemptNumber = "binex.attempt.number";
    public const string AttemptRepair = "binex.attempt.repair";
    public const string CallNumber = "binex.call.number";
    public const string CallOutcome = "binex.call.outcome";
    public const string CallSource = "binex.call.source";
    public const string CostAmount = "binex.cost.amount";
    public const string CostCurrency = "binex.cost.currency";
    public const string CostSaved = "binex.cost.saved";
    public const string ReservationAmount = "binex.reservation.amount";
    public const string RefusalAccount = "binex.refusal.account";
    public const string RefusalMetric = "binex.refusal.metric";
    public const string RefusalNeeded = "binex.refusal.needed";
    public const string Refused = "binex.call.refused";
    public const string Reused = "binex.call.reused";
    public const string Missed = "binex.call.missed";

    public const string Cost = "binex.cost";
    public const string Reserved = "binex.reservation";
    public const string Refusals = "binex.refusals";

    /// <summary>US dollars as a unit.</summary>
    public const string Dollars = "{USD}";

    /// <summary>The well-known name of a provider, where it has another one there than in model names.</summary>
    public static string Provider(string provider) => provider switch
    {
        "azure" => "azure.ai.openai",
        "bedrock" => "aws.bedrock",
        "gemini" => "gcp.gemini",
        "mistral" => "mistral_ai",
        "vertex_ai" => "gcp.vertex_ai",
        "xai" => "x_ai",
        _ => provider,
    };

    /// <summary>A member of an enum as Binex spells it everywhere.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
