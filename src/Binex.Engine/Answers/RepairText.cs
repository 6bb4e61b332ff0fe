namespace Binex.Engine.Answers;

/// <summary>Says what was mended.</summary>
internal static class RepairText
{
    private static readonly (Repairs Repair, string Text)[] Texts =
    [
        (Repairs.StringUnwrapped, "read the JSON inside of a string"),
        (Repairs.FenceRemoved, "removed a code fence"),
        (Repairs.TextRemoved, "removed text around the JSON value"),
        (Repairs.CommentsRemoved, "removed comments"),
        (Repairs.TrailingCommasRemoved, "removed trailing commas"),
        (Repairs.QuotesReplaced, "replaced quotes that JSON does not know"),
        (Repairs.KeysQuoted, "put names in quotes"),
        (Repairs.WordsReplaced, "replaced True, False or None"),
        (Repairs.LineBreaksEscaped, "escaped line breaks in strings"),
        (Repairs.CutOffClosed, "closed an answer that was cut off"),
    ];

    /// <summary>The repairs in the order of the table; null for none.</summary>
    public static string? Of(Repairs repairs) =>
        repairs == Repairs.None ? null : string.Join(", ", Texts.Where(known => repairs.HasFlag(known.Repair)).Select(known => known.Text));
}
