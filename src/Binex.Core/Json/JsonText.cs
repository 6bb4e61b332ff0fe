using System.Text.Encodings.Web;
using System.Text.Json;

namespace Binex.Core.Json;

/// <summary>How Binex writes JSON: readable characters stay as they are; HTML is escaped where HTML is made, not here.</summary>
public static class JsonText
{
    /// <summary>Options of a compact writer.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 256,
    };
}
