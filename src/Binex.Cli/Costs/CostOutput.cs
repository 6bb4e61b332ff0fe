using System.Globalization;
using Binex.Cli.Output;
using Binex.Reports.Tables;

namespace Binex.Cli.Costs;

/// <summary>Prints what runs cost, in the format that was asked for.</summary>
internal sealed class CostOutput(CliContext context, Printer printer)
{
    /// <summary>Prints rows and their sum.</summary>
    /// <param name="by">What the rows are about.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="total">Their sum.</param>
    /// <param name="note">What else there is to say, on stderr; null for nothing.</param>
    public void Print(string by, IReadOnlyList<CostRow> rows, CostRow total, string? note = null)
    {
        var isExact = printer.Format == OutputFormat.Csv;
        if (printer.IsJson)
        {
            PrintJson(by, rows, total);
        }
        else if (rows.Count == 0 && !isExact)
        {
            context.Console.Out.WriteLine("nothing was paid");
        }
        else
        {
            Print(TableOf(by, isExact ? rows : [.. rows, total], total, isExact));
        }

        if (note is not null)
        {
            context.Console.Error.WriteLine(note);
        }
    }

    /// <summary>Prints a table as text, Markdown or CSV.</summary>
    public void Print(Table table) => context.Console.Out.Write(printer.Format switch
    {
        OutputFormat.Csv => table.ToCsv(),
        OutputFormat.Markdown => table.ToMarkdown(),
        _ => table.ToText(),
    });

    private static Table TableOf(string by, IReadOnlyList<CostRow> rows, CostRow total, bool isExact)
    {
        var compares = total.Other is not null;
        TableColumn[] columns =
        [
            new(by), new("runs", true), new("calls", true), new(isExact ? "input_tokens" : "input tokens", true), new(isExact ? "output_tokens" : "output tokens", true),
            new(isExact ? "cost_usd" : "cost", true), .. compares ? [new TableColumn(isExact ? "other_usd" : "at other prices", true)] : Array.Empty<TableColumn>(), new("share", true),
        ];
        return new Table(columns,
        [
            .. rows.Select(row => (string[])
            [
                row.Key, Count(row.Runs), Count(row.Calls), Count(row.InputTokens), Count(row.OutputTokens), Usd(row.Cost),
                .. compares ? [Usd(row.Other ?? row.Cost)] : Array.Empty<string>(), Share(row, total),
            ]),
        ]);

        string Count(long number) => number.ToString(isExact ? "0" : "#,0", CultureInfo.InvariantCulture);

        string Usd(Core.Costs.Money money) => isExact ? money.ToExactString() : money.ToString();
    }

    private void PrintJson(string by, IReadOnlyList<CostRow> rows, CostRow total) => printer.PrintJson(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteString("currency", "USD");
        writer.WriteString("by", by);
        writer.WriteStartArray("rows");
        foreach (var row in rows)
        {
            Write(row);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("total");
        Write(total);
        writer.WriteEndObject();

        void Write(CostRow row)
        {
            writer.WriteStartObject();
            writer.WriteString("key", row.Key);
            writer.WriteNumber("runs", row.Runs);
            writer.WriteNumber("calls", row.Calls);
            writer.WriteNumber("inputTokens", row.InputTokens);
            writer.WriteNumber("outputTokens", row.OutputTokens);
            writer.WriteString("cost", row.Cost.ToExactString());
            if (row.Other is { } other)
            {
                writer.WriteString("otherCost", other.ToExactString());
            }

            writer.WriteEndObject();
        }
    });

    private static string Share(CostRow row, CostRow total) =>
        total.Cost.Usd > 0 ? $"{(row.Cost.Usd / total.Cost.Usd * 100).ToString("0.0", CultureInfo.InvariantCulture)} %" : "";
}
