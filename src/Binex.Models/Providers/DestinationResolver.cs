using Binex.Core.Configuration;
using Binex.Core.Diagnostics;
using Binex.Core.Models;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Models.Prices;

namespace Binex.Models.Providers;

/// <summary>
/// Finds out where a model is.
/// <list type="bullet">
/// <item><c>my-gateway/large</c> goes to the endpoint of that name in <c>binex.yaml</c>, as <c>large</c>, with the key that is written there;
/// one that is named like a known provider takes its place.</item>
/// <item><c>groq/llama-3.3-70b</c> goes to the provider before the slash, as <c>llama-3.3-70b</c>.</item>
/// <item><c>gpt-4o</c> goes to the provider that the price book names; names that begin as OpenAI's and Anthropic's do go there.</item>
/// <item>With an <c>api_base</c> any name goes there: without the prefix where it is one of a known provider, whose protocol is then
/// spoken, else as it stands and in OpenAI's. The key is the one in the request, else that of the provider before the slash or of
/// OpenAI, else none.</item>
/// <item>Claude on Bedrock goes signed with the keys of AWS where there is no key, and on Vertex AI with a token of whoever is signed in.</item>
/// </list>
/// </summary>
/// <param name="prices">Says whose a model is and what it can do.</param>
/// <param name="environment">Reads an environment variable.</param>
/// <param name="own">Endpoints of the project's own.</param>
internal sealed class DestinationResolver(IPriceBook prices, Func<string, string?> environment, OwnProviders own)
{
    private const string ConfigurationName = "binex.yaml";

    /// <summary>Resolves a request: exactly one of the two is set.</summary>
    /// <param name="request">The request.</param>
    internal (Destination? Destination, ChatFailure? Failure) Resolve(ChatRequest request)
    {
        var (prefix, name) = ModelNames.Split(request.Model);
        var provider = ProviderTable.Of(request.Model, prices);
        if ((own.Find(prefix) ?? own.Find(provider?.Name)) is { } settings)
        {
            return AtOwn(request, settings, name);
        }

        if (string.IsNullOrWhiteSpace(request.ApiBase))
        {
            return provider is null ? (null, UnknownProvider(request.Model, prefix)) : AtProvider(request, provider, prefix is null ? request.Model : name);
        }

        // A name without a prefix says nothing of what stands at an address of the user's own.
        var kind = prefix is null || provider is null ? ProviderKind.OpenAi : KindOf(provider, name);
        if (EndpointAddress.Of(request.ApiBase, kind) is not { } address)
        {
            return (null, Refuse(FailureKind.BadRequest, $"api_base is not an address; write one that begins with http:// or https://, such as http://localhost:8000/v1{PathOf(kind)}"));
        }

        var sent = prefix is null || provider is null ? request.Model : name;
        var key = KeyOf(request, provider ?? ProviderTable.All["openai"]);
        return key is { } written && !CanBeSent(written)
            ? (null, BadKey("the key"))
            : WithSignature(DestinationAt(request, kind, address, sent, key, IsOpenAiReasoning(sent)));
    }

    private (Destination? Destination, ChatFailure? Failure) AtProvider(ChatRequest request, ProviderEndpoint provider, string name)
    {
        var (written, missing) = provider.AddressIn(environment);
        if (missing is not null)
        {
            return (null, Refuse(
                FailureKind.BadRequest,
                $"nobody knows where {provider.Name} is for the model '{request.Model}': set the environment variable {missing}, or api_base in the node's config"));
        }

        var kind = KindOf(provider, name);
        if (EndpointAddress.Of(written!, kind) is not { } address)
        {
            return (null, Refuse(
                FailureKind.BadRequest, $"the address of {provider.Name} that the environment gives is none; it must begin with http:// or https://"));
        }

        // Azure and Vertex AI take a token of whoever is signed in in place of a key, Bedrock a signature.
        var key = KeyOf(request, provider);
        var needsKey = kind == ProviderKind.Bedrock ? AwsKeys.In(environment) is null : kind is not (ProviderKind.Azure or ProviderKind.Vertex);
        if (key is null && needsKey && provider.KeyVariable is { } variable)
        {
            return (null, Refuse(
                FailureKind.Authentication,
                $"the model '{request.Model}' needs a key of {provider.Name}: set the environment variable {provider.KeyAdvice ?? variable}, or api_key in the node's config"));
        }

        return key is { } given && !CanBeSent(given)
            ? (null, BadKey(provider.KeyVariable ?? "the key"))
            : WithSignature(DestinationAt(request, kind, address, NameAt(provider, name), key, provider.LimitsCompletion));
    }

    private (Destination? Destination, ChatFailure? Failure) WithSignature(Destination destination)
    {
        var isSigned = destination is { Kind: ProviderKind.Bedrock, Key: null };
        if (isSigned && AwsKeys.AreWithoutRegion(environment))
        {
            return (null, Refuse(
                FailureKind.Authentication, $"the keys of AWS sign for a region, and nobody knows which: set the environment variable {AwsKeys.RegionVariable}"));
        }

        var aws = isSigned ? AwsKeys.In(environment) : null;
        return aws?.BadVariable(CanBeSent) is { } bad
            ? (null, BadKey(bad))
            : (destination with { Aws = aws, MaySignIn = destination is { Kind: ProviderKind.Vertex, Key: null } }, null);
    }

    // Only what is written for the endpoint is sent there; a key of a known provider that has the same name is not.
    private (Destination? Destination, ChatFailure? Failure) AtOwn(ChatRequest request, ProviderSettings settings, string name)
    {
        var (baseUrl, noAddress) = string.IsNullOrWhiteSpace(request.ApiBase) ? own.Resolve(settings.BaseUrl) : (request.ApiBase, null);
        var (key, noKey) = string.IsNullOrWhiteSpace(request.ApiKey) && settings.ApiKey is { } template ? own.Resolve(template) : (request.ApiKey, null);
        if ((noAddress ?? noKey) is { } missing)
        {
            return (null, Refuse(FailureKind.Authentication, $"the provider '{settings.Name}' of '{request.Model}' is not complete: {missing}; {ConfigurationName} refers to it"));
        }

        var known = ProviderTable.Find(settings.Name);
        var kind = settings.Kind ?? (known is null ? ProviderKind.OpenAi : KindOf(known.For(name), name));
        if (EndpointAddress.Of(baseUrl!, kind) is not { } address)
        {
            return (null, Refuse(FailureKind.BadRequest, $"the address of the provider '{settings.Name}' is none; base_url in {ConfigurationName} must begin with http:// or https://{PathOf(kind)}"));
        }

        key = string.IsNullOrWhiteSpace(key) ? null : key.Trim();
        return key is { } written && !CanBeSent(written)
            ? (null, BadKey($"the key of '{settings.Name}'"))
            : (DestinationAt(request, kind, address, name, key, IsOpenAiReasoning(name)), null);
    }

    private Destination DestinationAt(ChatRequest request, ProviderKind kind, Uri address, string name, string? key, bool limitsCompletion) =>
        new(kind, address, name, key, limitsCompletion, TakesSchema(request.Model, kind))
        {
            TakesStrict = string.IsNullOrWhiteSpace(request.ApiBase)
                && prices.Find(request.Model) is { Provider: "openai" or "azure" } price && price.Features.Contains(ModelFeatures.ResponseSchema),
        };

    // Vertex AI has Claude take a schema for some models only, and only in organizations that allow it.
    private bool TakesSchema(string model, ProviderKind kind) => kind switch
    {
        ProviderKind.Ollama => true,
        ProviderKind.Vertex => false,
        _ => prices.Find(model)?.Features.Contains(ModelFeatures.ResponseSchema) ?? false,
    };

    private string? KeyOf(ChatRequest request, ProviderEndpoint provider)
    {
        var key = string.IsNullOrWhiteSpace(request.ApiKey)
            ? provider.KeyVariables.Select(environment).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))
            : request.ApiKey;
        return string.IsNullOrWhiteSpace(key) ? null : key.Trim();
    }

    private static ProviderKind KindOf(ProviderEndpoint provider, string name) =>
        provider.Kind == ProviderKind.OpenAi && provider.Name == "openai" && IsForResponses(name) ? ProviderKind.OpenAiResponses : provider.Kind;

    // Vertex AI has models of many makers, and calls its own by their maker.
    private static string NameAt(ProviderEndpoint provider, string name) =>
        provider.Name == "vertex_ai" && name.StartsWith("gemini", StringComparison.OrdinalIgnoreCase) ? $"google/{name}" : name;

    // What OpenAI answers for by its responses alone.
    private static bool IsForResponses(string model) =>
        model.Contains("codex", StringComparison.OrdinalIgnoreCase)
        || model.Contains("deep-research", StringComparison.OrdinalIgnoreCase)
        || model.StartsWith("computer-use", StringComparison.OrdinalIgnoreCase)
        || (IsOpenAiReasoning(model) && model.Split('-').Contains("pro", StringComparer.OrdinalIgnoreCase));

    private static bool IsOpenAiReasoning(string model) =>
        model.StartsWith("gpt-5", StringComparison.OrdinalIgnoreCase)
        || (model.Length > 1 && model[0] is 'o' or 'O' && char.IsAsciiDigit(model[1]));

    private static string PathOf(ProviderKind kind) => kind switch
    {
        ProviderKind.Vertex => ", and for Vertex AI ends with /v1/projects/PROJECT/locations/LOCATION",
        ProviderKind.Bedrock => ", and for Bedrock has no path",
        _ => "",
    };

    private static bool CanBeSent(string key) => key.All(c => c is > ' ' and <= '~');

    private static ChatFailure BadKey(string where) => Refuse(
        FailureKind.Authentication, $"{where} has characters that no key has, such as a space or a line break; copy it again");

    private ChatFailure UnknownProvider(string model, string? prefix)
    {
        var sentence = prefix is null
            ? $"nobody knows which provider has the model '{model}'; write it as provider/{model}"
            : $"'{prefix}' in '{model}' is no known provider";
        var hint = prefix is null
            ? ProviderTable.All.Keys.Select(name => $"{name}/{model}").Where(name => prices.Find(name) is { IsFree: false }).Select(name => $"did you mean '{name}'?").FirstOrDefault()
            : Spelling.Hint(prefix, own.Names.Concat(ProviderTable.All.Keys));
        return Refuse(
            FailureKind.BadRequest,
            $"{sentence}; {(hint is null ? "" : $"{hint} ")}known are {string.Join(", ", own.Names.Concat(ProviderTable.All.Keys))}, and any other endpoint by providers in {ConfigurationName} or api_base in the node's config");
    }

    private static ChatFailure Refuse(FailureKind kind, string message) => new(new NodeFailure(kind, message), ChargeKnowledge.Nothing);
}
