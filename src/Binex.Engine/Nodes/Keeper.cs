using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Binex.Core.Artifacts;
using Binex.Core.Workflows;
using Binex.Engine.Secrets;

namespace Binex.Engine.Nodes;

/// <summary>Keeps contents in the artifact store, without the secrets in them.</summary>
internal sealed class Keeper(IArtifactStore artifacts, SecretMask secrets)
{
    public const string TextType = "text/plain";
    public const string JsonType = "application/json";

    /// <summary>Keeps a text; returns its hash.</summary>
    public ValueTask<string> KeepTextAsync(string text, bool durable, CancellationToken cancellationToken) =>
        artifacts.PutAsync(Encoding.UTF8.GetBytes(secrets.Mask(text)), durable, cancellationToken);

    /// <summary>Keeps the files that nodes attach, as they are, so that a run that is interrupted goes on with the same.</summary>
    public async ValueTask KeepFilesAsync(Workflow workflow, CancellationToken cancellationToken)
    {
        foreach (var attached in workflow.Nodes.SelectMany(node => node.Attachments))
        {
            await artifacts.PutAsync(attached.File!.Content, durable: true, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A value as it may be shown.</summary>
    public JsonElement WithoutSecrets(JsonElement value) => secrets.Mask(value);

    /// <summary>Keeps a value, a string as its text; returns what is kept and its hash.</summary>
    public async ValueTask<KeptValue> KeepAsync(JsonElement value, bool durable, CancellationToken cancellationToken)
    {
        var kept = WithoutSecrets(value);
        var isText = kept.ValueKind == JsonValueKind.String;
        var content = isText ? Encoding.UTF8.GetBytes(kept.GetString()!) : JsonMarshal.GetRawUtf8Value(kept).ToArray();
        var hash = await artifacts.PutAsync(content, durable, cancellationToken).ConfigureAwait(false);
        return new KeptValue(hash, isText ? TextType : JsonType, content.Length);
    }
}
