using System.Globalization;
using Binex.JsonSchema;

namespace Binex.Validation.Documents;

/// <summary>Finds values of a document by JSON pointer (RFC 6901).</summary>
internal static class DocumentPointers
{
    /// <summary>The value a pointer leads to and the entry that holds it; as far as there is one.</summary>
    /// <param name="root">The document.</param>
    /// <param name="pointer">The pointer.</param>
    /// <returns>The value, and the innermost map entry on the way to it (null at the root).</returns>
    public static (DocumentNode Node, MappingEntry? Entry) Find(DocumentNode root, string pointer)
    {
        var node = root;
        MappingEntry? entry = null;
        foreach (var token in pointer.Split('/').Skip(1))
        {
            var name = JsonPointer.Unescape(token);
            if (node is MappingNode mapping && mapping.Entry(name) is { } found)
            {
                entry = found;
                node = found.Value;
            }
            else if (node is SequenceNode sequence
                && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < sequence.Items.Count)
            {
                entry = null;
                node = sequence.Items[index];
            }
            else
            {
                break;
            }
        }

        return (node, entry);
    }
}
