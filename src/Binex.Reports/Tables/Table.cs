using System.Globalization;
using System.Text;
using Binex.Core.Text;
using Binex.Reports.Rendering;

namespace Binex.Reports.Tables;

/// <summary>A table that can be shown as text, Markdown or CSV. Whatever its cells hold, it is text and nothing else in each of them.</summary>
/// <param name="columns">Its columns.</param>
/// <param name="rows">Its rows; each has a cell for every column.</param>
public sealed class Table(IReadOnlyList<TableColumn> columns, IReadOnlyList<string[]> rows)
{
    // What spreadsheets take for the beginning of a formula.
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>Columns as wide as their widest cell, two blanks between.</summary>
    public string ToText()
    {
        var lines = rows.Select(row => Array.ConvertAll(row, LogText.Line)).Prepend([.. columns.Select(column => column.Name)]).ToList();
        var widths = columns.Select((_, index) => lines.Max(row => row[index].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var cells = line.Select((cell, index) => columns[index].IsNumber ? cell.PadLeft(widths[index]) : cell.PadRight(widths[index]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A table of GitHub's Markdown.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        Append(columns.Select(column => column.Name));
        Append(columns.Select(column => column.IsNumber ? "---:" : "---"));
        foreach (var row in rows)
        {
            Append(row.Select(MarkdownText.Escape));
        }

        return text.ToString();

        void Append(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    /// <summary>CSV with a line of names, by RFC 4180; no cell is a formula to a spreadsheet.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder();
        text.AppendJoin(',', columns.Select(column => Cell(column.Name))).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(string text)
    {
        var clean = TerminalText.Sanitize(text);
        var isNumber = decimal.TryParse(clean, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        if (!isNumber && clean.TrimStart() is [var first, ..] && (FormulaStarts.Contains(first) || FormulaStarts.Contains(clean[0])))
        {
            clean = "'" + clean;
        }

        return clean.AsSpan().IndexOfAny(",\"\n") < 0 ? clean : $"\"{clean.Replace("\"", "\"\"")}\"";
    }
}
