using Binex.Bench;

if (args is [BenchServer.Argument])
{
    await BenchServer.ServeAsync();
    return 0;
}

if (args.Length < 2)
{
    Console.Error.WriteLine("usage: bench/run.sh [graphs] [sleep] [validate] [startup] [plan] [ledger] [policies] [reports] [calls]");
    return 2;
}

var asked = args[2..];
bool Wanted(string name) => asked.Length == 0 || asked.Contains(name);
if (Wanted("graphs"))
{
    await GraphBench.RunAsync();
}

if (Wanted("sleep"))
{
    await SleepBench.RunAsync();
}

if (Wanted("validate"))
{
    ValidateBench.Run();
}

if (Wanted("startup"))
{
    StartupBench.Run(args[0], args[1]);
}

if (Wanted("plan"))
{
    PlanBench.Run(args[0]);
}

if (Wanted("ledger"))
{
    await LedgerBench.RunAsync();
}

if (Wanted("policies"))
{
    await PolicyBench.RunAsync();
}

if (Wanted("reports"))
{
    ReportBench.Run();
}

if (Wanted("calls"))
{
    await CallBench.RunAsync();
}

return 0;
