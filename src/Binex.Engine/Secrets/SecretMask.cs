using System.Text.Json;
using Binex.Core.Json;
using Binex.Core.Runs;

namespace Binex.Engine.Secrets;

/// <summary>
/// Knows the secret values that a run has used, and replaces them in whatever is about to be written. Values shorter than four
/// characters cannot be told from ordinary text and are no secrets. Safe to call from any thread.
/// </summary>
public sealed class SecretMask
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Replacement = "***";

    private const int Shortest = 4;
    private readonly Lock _lock = new();
    private volatile string[] _secrets = [];

    /// <summary>Remembers a secret value.</summary>
    /// <param name="value">The value.</param>
    public void Add(string value)
    {
        if (value.Length < Shortest || _secrets.Contains(value))
        {
            return;
        }

        lock (_lock)
        {
            // The longer one first: a secret may contain another one.
            var forms = SecretForms.Of(value).Where(form => form.Length >= Shortest);
            _secrets = [.. _secrets.Concat(forms).Distinct().OrderByDescending(form => form.Length)];
        }
    }

    /// <summary>A text without secrets.</summary>
    /// <param name="text">The text.</param>
    public string Mask(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Replacement, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A text that goes on, without secrets and without the beginning of one at its end.</summary>
    /// <param name="text">The text so far.</param>
    public string MaskUnfinished(string text)
    {
        text = Mask(text);
        foreach (var secret in _secrets)
        {
            for (var length = Math.Min(secret.Length - 1, text.Length); length > 0; length--)
            {
                if (text.AsSpan().EndsWith(secret.AsSpan(0, length), StringComparison.Ordinal))
                {
                    return text[..^length];
                }
            }
        }

        return text;
    }

    /// <summary>A failure without secrets.</summary>
    /// <param name="failure">The failure.</param>
    public NodeFailure Mask(NodeFailure failure) => failure with
    {
        Message = Mask(failure.Message),
        Detail = failure.Detail is { } detail ? Mask(detail) : null,
    };

    /// <summary>A value without secrets, however its texts are escaped; the same value where no secret was used yet.</summary>
    /// <param name="value">The value.</param>
    public JsonElement Mask(JsonElement value) =>
        _secrets.Length == 0 || JsonValues.IsNull(value) ? value : JsonValues.Write(writer => Write(writer, value));

    private void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(Mask(member.Name));
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Mask(value.GetString()!));
                break;
            case JsonValueKind.Number when _secrets.Contains(value.GetRawText()):
                writer.WriteStringValue(Replacement);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
