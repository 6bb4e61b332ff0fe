using System.Text;
using System.Text.Json;

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
            // The longer one first: a secret may contain another one. A secret inside JSON text is written with escapes.
            var escaped = JsonEncodedText.Encode(value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
            _secrets = [.. _secrets.Append(value).Append(escaped).Distinct().OrderByDescending(secret => secret.Length)];
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

    /// <summary>A content without secrets; the same bytes where it has none.</summary>
    /// <param name="content">UTF-8 text.</param>
    public ReadOnlyMemory<byte> Mask(ReadOnlyMemory<byte> content) =>
        _secrets.Length == 0 ? content : Encoding.UTF8.GetBytes(Mask(Encoding.UTF8.GetString(content.Span)));
}
