using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;

namespace Binex.Validation.Fixing;

/// <summary>
/// Makes fixes for rules. A place with an anchor or a tag is left to people, since other places may stand for it; null says so.
/// </summary>
internal static class Fixes
{
    /// <summary>Writes another name in the place of a key; null when its map has that key already.</summary>
    /// <param name="map">The map.</param>
    /// <param name="key">The key that is written.</param>
    /// <param name="name">What is to be written; null for nothing that is sure.</param>
    public static DiagnosticFix? Rename(MappingNode? map, ScalarNode key, string? name) =>
        name is null || key.HasProperties || map?[name] is not null
            ? null
            : new DiagnosticFix($"rename '{key.Value}' to '{name}'", [new TextEdit(key.RangeOf(0, key.Value.Length), name)]);

    /// <summary>Puts a number or a boolean in quotes, so that it is a text.</summary>
    /// <param name="scalar">What is written.</param>
    public static DiagnosticFix? Quote(ScalarNode scalar) =>
        scalar is { HasProperties: false, Form: ScalarForm.Plain, Kind: ScalarKind.Integer or ScalarKind.Number or ScalarKind.Boolean }
            ? new DiagnosticFix("put it in quotes", [new TextEdit(scalar.Range, $"\"{Written(scalar)}\"")])
            : null;

    /// <summary>Writes another value in the place of a map or list that is empty.</summary>
    /// <param name="empty">The map or list.</param>
    /// <param name="value">What is to be written.</param>
    public static DiagnosticFix? Replace(DocumentNode empty, string value) =>
        empty.HasProperties ? null : new DiagnosticFix($"write {value}", [new TextEdit(empty.Range, value)]);

    /// <summary>Takes an item out of a list that has others.</summary>
    /// <param name="list">The list.</param>
    /// <param name="item">The item.</param>
    public static DiagnosticFix? Remove(SequenceNode list, ScalarNode item)
    {
        if (item.HasProperties || list.Items.Count < 2)
        {
            return null;
        }

        var edits = list.Source.Text[list.Start] == '[' ? FlowParts.Remove(list, item) : BlockLines.Remove(item);
        return edits is null ? null : new DiagnosticFix($"take out '{item.Value}'", [edits]);
    }

    /// <summary>Takes a key with its value out of a map that has others.</summary>
    /// <param name="map">The map.</param>
    /// <param name="entry">The key and its value.</param>
    public static DiagnosticFix? Remove(MappingNode map, MappingEntry entry)
    {
        if (entry.Key.HasProperties || entry.Value.HasProperties || map.Entries.Count < 2)
        {
            return null;
        }

        var edit = map.Source.Text[map.Start] == '{' ? FlowParts.Remove(map, entry) : BlockLines.Remove(entry);
        return edit is null ? null : new DiagnosticFix($"take out '{entry.Key.Value}'", [edit]);
    }

    private static string Written(ScalarNode scalar) => scalar.Source.Text[scalar.Start..scalar.End];
}
