using Binex.Core.Runs;

namespace Binex.Cli.Telemetry;

/// <summary>Where spans and metrics go.</summary>
/// <param name="Endpoint">The collector of <c>--otlp</c>; null for the one that the standard environment variables name.</param>
/// <param name="HasContent">Whether prompts and answers go there as well.</param>
/// <param name="Parent">The span that called this process, as a <c>traceparent</c>; null for none.</param>
internal sealed record TelemetryOptions(Uri? Endpoint, bool HasContent, string? Parent)
{
    /// <summary>The environment variable that asks for prompts and answers.</summary>
    public const string ContentVariable = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT";

    private static readonly string[] EndpointVariables =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>The options; null when nobody wants telemetry, or with a problem when the address is none.</summary>
    /// <param name="otlp">Value of <c>--otlp</c>; null when it was not given.</param>
    /// <param name="hasContent">Whether <c>--otlp-content</c> was given.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="problem">What is wrong.</param>
    public static TelemetryOptions? Read(string? otlp, bool hasContent, Func<string, string?> environment, out CliProblem? problem)
    {
        problem = null;
        Uri? endpoint = null;
        if (otlp is not null && !(Uri.TryCreate(otlp, UriKind.Absolute, out endpoint) && endpoint.Scheme is "http" or "https"))
        {
            problem = new CliProblem(ExitCodes.NothingRun, $"--otlp takes the address of a collector, such as http://localhost:4318, and not '{otlp}'");
            return null;
        }

        var isWanted = endpoint is not null || EndpointVariables.Any(variable => environment(variable) is { Length: > 0 });
        return isWanted && environment("OTEL_SDK_DISABLED") is not ("true" or "TRUE" or "True")
            ? new TelemetryOptions(endpoint, hasContent || environment(ContentVariable) is "true" or "TRUE" or "True", environment("TRACEPARENT"))
            : null;
    }
}
