using System.Text;
using System.Text.Json;
using Binex.Core.Artifacts;
using Binex.Engine.Secrets;

namespace Binex.Engine.Nodes;

/// <summary>Keeps contents in the artifact store, without the secrets in them.</summary>
internal sealed class Keeper(IArtifactStore artifacts, SecretMask secrets)
{
    public const string TextType = "text/plain";
    public const string JsonType = "application/json";

    /// <summary>Keeps a text; returns its hash.</summary>
    public ValueTask<string> KeepTextAsync(string text, bool durable, CancellationToken cancellationToken) =>
        artifacts.PutAsync(secrets.Mask(Encoding.UTF8.GetBytes(text)), durable, cancellationToken);

    /// <summary>Keeps a value, a string as its text; returns what is kept and its hash.</summary>
    public async ValueTask<KeptValue> KeepAsync(JsonElement value, bool durable, CancellationToken cancellationToken)
    {
        var isText = value.ValueKind == JsonValueKind.String;
        var content = secrets.Mask(Encoding.UTF8.GetBytes(isText ? value.GetString()! : value.GetRawText()));
        var hash = await artifacts.PutAsync(content, durable, cancellationToken).ConfigureAwait(false);
        return new KeptValue(hash, isText ? TextType : JsonType, content.Length);
    }
}
