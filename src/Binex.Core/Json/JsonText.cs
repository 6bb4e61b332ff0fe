using System.Text.Encodings.Web;
using System.Text.Json;

namespace Binex.Core.Json;

/// <summary>How Binex writes JSON: readable characters stay as they are; HTML is escaped where HTML is made, not here.</summary>
public static class JsonText
{
    // Values from outside are 64 deep at most; nodes wrap them in objects of their own.
    private const int Deepest = 256;

    /// <summary>Options of a compact writer.</summary>
    // Made when asked for: the encoder takes a millisecond of every start, also of those that only read.
    public static JsonWriterOptions WriterOptions => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = Deepest,
    };

    /// <summary>Options for reading back what such a writer wrote.</summary>
    public static JsonDocumentOptions DocumentOptions { get; } = new() { MaxDepth = Deepest };
}
