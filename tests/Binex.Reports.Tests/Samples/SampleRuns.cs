using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Testing.Journals;

namespace Binex.Reports.Tests.Samples;

/// <summary>The runs that golden files and screenshots are made of.</summary>
public static class SampleRuns
{
    private const string Brief =
        "You are a research analyst. Answer from the sources you are given and from nothing else. Where sources disagree, say so and name both. Be brief.";

    public static IReadOnlyDictionary<string, Func<JournalBuilder>> All { get; } = new Dictionary<string, Func<JournalBuilder>>
    {
        ["completed"] = Completed,
        ["failed"] = Failed,
        ["over-budget"] = OverBudget,
        ["loop"] = Loop,
        ["hostile"] = Hostile,
        ["interrupted"] = Interrupted,
    };

    /// <summary>What is shown: the runs above, and a report that no run gives yet, with nodes inside others.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys, "inside"];

    public static RunReport Of(string name) => All.TryGetValue(name, out var make) ? Project(make()) : Read(name);

    public static RunReport Project(JournalBuilder journal) =>
        ReportProjector.ProjectAsync(journal.Workflow, journal.Build(), journal.Artifacts, new ReportOptions(), CancellationToken.None)
            .GetAwaiter().GetResult();

    public static JournalBuilder Completed()
    {
        var journal = Research();
        Plan(journal);
        Search(journal);
        Summaries(journal);
        const string Comparison = "All three sources agree that grid storage doubled in 2025.\nThey differ on cost: the agency says 98 USD per kWh, the survey 112.";
        journal.Node("compare", 9_420).Reads("summary a", "summary b", "summary c").Started()
            .Attempt(Brief, "Compare the three summaries. List agreements, then disagreements.").Call(Comparison, 2_960, 410, 3_900).Completed(Comparison);
        var report = string.Join("\n\n", "# Grid storage in 2025", "Capacity doubled, and prices fell for the third year in a row.", Comparison,
            string.Join('\n', Enumerable.Range(1, 14).Select(i => $"{i}. Finding number {i}: battery projects above 100 MW were announced in region {i}, mostly beside solar parks.")));
        journal.Node("write", 13_340).Reads(Comparison).Started().Attempt(Brief, "Write a one-page report for a busy reader.")
            .Call(report, 1_180, 1_240, 7_800, maxOutput: 4096).Completed(report);
        journal.Node("publish", 21_150).Reads(report).Started().Attempt(inputs: """{"title":"Grid storage in 2025","draft":false,"tags":["energy","storage"]}""")
            .After(45).Completed("""{"title":"Grid storage in 2025","words":412,"sections":["summary","findings"]}""", "application/json", "page");
        journal.Complete(21_210, outputs: ("report", report));
        return journal;
    }

    public static JournalBuilder Failed()
    {
        var journal = Research();
        Plan(journal);
        Search(journal);
        var failure = new NodeFailure(FailureKind.Authentication, "the provider does not accept the key in ANTHROPIC_API_KEY")
        {
            Status = 401,
            Detail = """{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}""",
        };
        journal.Node("read-a", 3_280).Started(queuedMs: 0).Attempt(Brief, "Summarise source A.").Call("The agency reports 98 USD per kWh.", 4_100, 180, 2_300).Completed("The agency reports 98 USD per kWh.");
        journal.Node("read-b", 3_280).Started(queuedMs: 400).Attempt(Brief, "Summarise source B.").CallFails(failure, ms: 240).AttemptFails(failure).Failed(failure);
        journal.Node("read-c", 3_280).Started(queuedMs: 640).Attempt(Brief, "Summarise source C.").Call("The survey says 112.", 3_900, 150, 2_050).Completed("The survey says 112.");
        journal.Node("compare", 3_925).Blocked("read-b");
        journal.Node("write", 3_925).Blocked("read-b");
        journal.Node("publish", 3_925).Blocked("read-b");
        journal.Complete(5_990, RunStatus.Failed, 1);
        return journal;
    }

    public static JournalBuilder OverBudget()
    {
        var journal = JournalBuilder.For(
            "support-triage",
            JournalNodes.Llm("classify", "gpt-4o-mini").At(8),
            JournalNodes.Llm("escalate", "anthropic/claude-sonnet-4-5", "classify").At(13).When("${classify.output} == urgent"),
            JournalNodes.Llm("draft", "gpt-4o", "classify").At(19) with { Budget = new BudgetCaps { MaxCost = new Money(0.02m), MaxCalls = 5 } },
            JournalNodes.Llm("translate", "gpt-4o", "draft").At(25),
            JournalNodes.Local("send", "echo", "translate").At(30));
        journal.Start(maxCost: 0.02m, plannedMax: 0.11m);
        journal.Node("classify", 30).Started().Attempt(prompt: "Is this ticket urgent? Answer with one word.").Call("routine", 420, 2, 610, 16).Completed("routine");
        journal.Node("escalate", 650).Skipped("its condition does not hold: ${classify.output} == urgent; ${classify.output} is 'routine'");
        journal.Node("draft", 650).Started().Attempt(Brief, "Draft an answer.").Call("Dear customer, …", 2_100, 960, 5_200, 1024).Completed("Dear customer, …");
        journal.Add(5_851, new BudgetWarned("run", 0.5m, new Money(0.0149m), new Money(0.02m)));
        var bound = NodeJournal.Bound("gpt-4o", 1_380, 2048);
        var refusal = new Refusal("run", RefusedMetric.Cost, 0.02m, 0.0149142m, 0, bound.CostWith(256).Usd, bound);
        var refused = new NodeFailure(FailureKind.Quota, RefusalText.Sentence(refusal));
        journal.Node("translate", 5_860).Started().Attempt(Brief, "Translate it into French.").CallRefused(refusal)
            .AttemptFails(refused, StopReason.BudgetRefused).Failed(refused, NodeStatus.Refused, StopReason.BudgetRefused);
        journal.Node("send", 5_861).Blocked("translate");
        journal.Complete(5_880, RunStatus.OverBudget, 3);
        return journal;
    }

    public static JournalBuilder Loop()
    {
        var journal = JournalBuilder.For(
            "critic-loop",
            JournalNodes.Local("topic", "echo").At(4),
            JournalNodes.Llm("draft", "gpt-4o", "topic").At(7),
            JournalNodes.Llm("critic", "gpt-4o-mini", "draft").At(12).BackTo("draft", "${critic.output.score} < 8", 4),
            JournalNodes.Llm("polish", "anthropic/claude-sonnet-4-5", "critic").At(18));
        journal.Start(maxCost: 0.25m, plannedMax: 0.19m);
        journal.Node("topic", 5).Started().Attempt().After(4).Completed("Why build tools cache");
        var busy = new NodeFailure(FailureKind.RateLimit, "the provider asks for fewer requests") { Status = 429, RetryAfter = TimeSpan.FromSeconds(2), Detail = "Rate limit reached for gpt-4o: 30000 TPM." };
        var shape = new NodeFailure(FailureKind.Schema, "the answer is no JSON object: it begins with 'Sure'") { Detail = "at /: expected object" };
        var draft = journal.Node("draft", 10);
        var critic = journal.Node("critic");
        long at = 10;
        for (var i = 1; i <= 3; i++)
        {
            draft.At(at).Iteration(i).Started().Attempt("You write short essays.", i == 1 ? "Write about: Why build tools cache" : $"Improve draft {i - 1} with these remarks.");
            if (i == 2)
            {
                draft.CallFails(busy, ms: 180, retryInMs: 2_000);
                at += 2_180;
            }

            draft.Call($"Draft {i}: caching turns work into a lookup.", 700 + (i * 400), 520, 4_100).Completed($"Draft {i}: caching turns work into a lookup.");
            at += 4_100;
            critic.At(at).Iteration(i).Started();
            if (i == 1)
            {
                critic.Attempt(prompt: "Score it from 1 to 10 as JSON.").Call("Sure, here is my score: 5", 900, 20, 900).AttemptFails(shape, retryInMs: 500);
                at += 1_400;
            }

            var score = $$"""{"score":{{4 + i + i / 2}},"remarks":["shorter","an example"]}""";
            critic.Attempt(prompt: "Score it from 1 to 10 as JSON.").Call(score, 950, 40, 1_000)
                .Completed(score, "application/json", iterate: i < 3, repair: i == 2 ? "a code fence was taken off" : null);
            at += 1_000;
            if (i < 3)
            {
                critic.LoopsTo("draft");
            }
        }

        journal.Node("polish", at).Started().Attempt("You polish.", "Polish the last draft.").Call("Caching turns work into a lookup.", 1_400, 480, 5_200)
            .Completed("Caching turns work into a lookup.");
        journal.Complete(at + 5_220, outputs: ("essay", "Caching turns work into a lookup."));
        return journal;
    }

    public static JournalBuilder Hostile()
    {
        const string Evil = "</pre></details><script>alert(1)</script><img src=x onerror=alert(2)> \u001b[31mred\u001b[0m \u001b]0;owned\u0007 \u202egnp.exe "
            + "[click](javascript:alert(3)) ![x](http://evil.example/x.png) @everyone #1 | a | b |\n```\n# heading\n```\n{{ 1 + 1 }} ${user.x}\r\nlast";
        var journal = JournalBuilder.For(
            Evil,
            JournalNodes.Llm("big", "gpt-4o"),
            JournalNodes.Llm("evil", "<b>model</b>", "big") with { Description = Evil, Tags = [Evil] });
        journal.Start();
        var huge = string.Concat(Enumerable.Repeat("All work and no play makes a long answer. ", 50_000));
        journal.Node("big", 0).Started().Attempt(Evil, Evil).Call(huge, 1000, 900, 900).Completed(huge);
        var failure = new NodeFailure(FailureKind.Server, Evil) { Detail = Evil };
        journal.Node("evil", 900).Reads(huge).Started().Attempt(Evil, "x" + Evil).CallFails(failure, 10).AttemptFails(failure).Failed(failure);
        journal.Complete(1_000, RunStatus.Failed, 1, (Evil, Evil));
        return journal;
    }

    public static JournalBuilder Interrupted()
    {
        var journal = Research();
        Plan(journal);
        journal.Node("search", 1_830).Started().Attempt(inputs: """{"queries":3}""").After(500).Completed("found");
        journal.Node("read-a", 2_400).Started().Attempt(Brief, "Summarise source A.").CallHangs();
        journal.Add(3_000, new BudgetWarned("run", 0.5m, new Money(0.25m), new Money(0.5m)));
        journal.Add(723_000, new RunResumed(new Money(0.01274m)) { MaxCost = new Money(0.50m) });
        journal.Spent += new Money(0.01274m);
        journal.Node("read-a", 723_010).Iteration(1).Started().Attempt(Brief, "Summarise source A.").Call("The agency reports 98 USD per kWh.", 4_100, 180, 2_300)
            .Completed("The agency reports 98 USD per kWh.");
        journal.Node("read-b", 723_010).Started(queuedMs: 20).Attempt(Brief, "Summarise source B.").CallHangs();
        journal.Node("read-c", 725_000).Ready();
        return journal;
    }

    private static RunReport Read(string name)
    {
        var report = ReportJson.Read(File.ReadAllBytes(Path.Combine(Workplace.Root, "tests", "Binex.Reports.Tests", "Golden", name, "report.json")), out var problem);
        return report.ShouldNotBeNull(problem);
    }

    /// <summary>A wide and deep run, for figures.</summary>
    public static RunReport Large(int nodes)
    {
        var (workflow, entries, artifacts) = JournalGenerator.Make(42, nodes);
        return ReportProjector.ProjectAsync(workflow, entries, artifacts, new ReportOptions(), CancellationToken.None).GetAwaiter().GetResult();
    }

    private static JournalBuilder Research()
    {
        Node[] nodes =
        [
            JournalNodes.Llm("plan", "gpt-4o-mini").At(6),
            JournalNodes.Local("search", "json", "plan").At(11),
            JournalNodes.Llm("read-a", "gpt-4o", "search").At(16),
            JournalNodes.Llm("read-b", "anthropic/claude-sonnet-4-5", "search").At(21),
            JournalNodes.Llm("read-c", "gpt-4o", "search").At(26),
            JournalNodes.Llm("compare", "anthropic/claude-sonnet-4-5", "read-a", "read-b", "read-c", "plan").At(31),
            JournalNodes.Llm("write", "gpt-4o", "compare").At(37),
            JournalNodes.Local("publish", "merge", "write").At(43),
        ];
        var workflow = new Workflow("research-pipeline", nodes)
        {
            Description = "Reads three sources about a topic, compares them and writes a page.",
            Outputs = [new WorkflowOutput("report", Core.Expressions.TextTemplate.Parse("${write.output}"))],
        };
        return new JournalBuilder(workflow).Start(maxCost: 0.50m, plannedMax: 0.31m);
    }

    private static void Plan(JournalBuilder journal) =>
        journal.Node("plan", 20).Started().Attempt(Brief, "Which three questions must a page on grid storage answer? Answer as JSON.")
            .Call("""{"questions":["How much was built?","What does it cost?","Who builds it?"]}""", 310, 64, 1_800, 512)
            .Completed("""{"questions":["How much was built?","What does it cost?","Who builds it?"]}""", "application/json");

    private static void Search(JournalBuilder journal) =>
        journal.Node("search", 1_830).Reads("""{"questions":["How much was built?","What does it cost?","Who builds it?"]}""").Started()
            .Attempt(inputs: """{"queries":["grid storage 2025 capacity","grid storage cost per kWh"],"limit":3}""")
            .After(1_440).Completed("""[{"source":"a","url":"https://example.org/a"},{"source":"b"},{"source":"c"}]""", "application/json");

    private static void Summaries(JournalBuilder journal)
    {
        journal.Node("read-a", 3_280).Started().Attempt(Brief, "Summarise source A.").Call("summary a", 4_100, 320, 3_300).Completed("summary a");
        journal.Node("read-b", 3_280).Started(queuedMs: 260).Attempt(Brief, "Summarise source B.").Call("summary b", 5_200, 350, 5_870).Completed("summary b");
        journal.Node("read-c", 3_280).Started(queuedMs: 1_900).Attempt(Brief, "Summarise source C.").Call("summary c", 3_650, 290, 2_900).Completed("summary c");
    }
}
