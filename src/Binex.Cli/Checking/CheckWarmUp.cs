using Binex.Cli.Consoles;
using Binex.Cli.Output;
using Binex.Core.Diagnostics;
using Binex.Core.Graphs;
using Binex.Core.Text;
using Binex.Models.Prices;
using Binex.Validation;
using Binex.Validation.Rendering;

namespace Binex.Cli.Checking;

/// <summary>Uses once what <c>validate</c> comes to last, on a thread of its own, while the first one still reads the file.</summary>
internal static class CheckWarmUp
{
    /// <summary>Begins; nobody has to wait for it.</summary>
    /// <param name="console">The console that will be written to.</param>
    public static void Start(ICliConsole console) => new Thread(() => Run(console)) { IsBackground = true, Name = "warm-up" }.Start();

    private static void Run(ICliConsole console)
    {
        LoaderWarmUp.Run();
        _ = new DirectedGraph(2, new List<(int From, int To)> { (0, 1) });
        new PriceBook().Find("gpt-4o-mini");
        PrintToNowhere();
        _ = console.Out;
        _ = console.IsOutTerminal;
    }

    private static void PrintToNowhere()
    {
        var source = new SourceText("workflow.yaml", "name: a\n");
        List<Diagnostic> found = [new(DiagnosticCatalog.RootNotMap, new SourceLocation(source.Path, source.Range(0, 4)), "a") { Hint = "b" }];
        var folding = new DiagnosticFolding(1);
        var writer = DiagnosticOutput.Text(TextWriter.Null, colours: false);
        writer.Write(folding.Keep(found), [source]);
        writer.WriteHidden(folding.Hidden());
        writer.WriteSummary(found, 1);
    }
}
