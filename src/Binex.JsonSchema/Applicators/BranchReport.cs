using System.Text.Json;
using Binex.JsonSchema.Evaluation;

namespace Binex.JsonSchema.Applicators;

/// <summary>
/// What to say when no branch of <c>anyOf</c> or <c>oneOf</c> accepts a value. "Matches none of 2 schemas" helps nobody, so the branch that
/// was meant is looked for: the only one that came past type and constants, or whose errors all lie deeper than those of the others.
/// </summary>
internal static class BranchReport
{
    public static void NoneAccepts(
        KeywordSite site, SchemaNode[] branches, JsonElement instance, Evaluator evaluator, EvaluatedSet? evaluated)
    {
        var here = evaluator.Path.ToString();
        var attempts = new BranchAttempt[branches.Length];
        for (var i = 0; i < branches.Length; i++)
        {
            attempts[i] = new BranchAttempt(here, evaluator.Collect(branches[i], instance, evaluated));
        }

        if (evaluator.IsExhausted)
        {
            return;
        }

        var furthest = Furthest(attempts);
        if (furthest.Count == 1)
        {
            evaluator.Forward(furthest[0].Errors);
            return;
        }

        IReadOnlyList<SchemaError> causes = [.. attempts.SelectMany(attempt => attempt.Errors)];
        evaluator.Report(BranchMerge.TryMerge(site, furthest, instance, evaluator) is { } merged
            ? merged with { Causes = causes }
            : site.Error(here, $"must match {Number(site)} of {branches.Length} schemas, but matches none") with { Causes = causes });
    }

    private static List<BranchAttempt> Furthest(IReadOnlyList<BranchAttempt> attempts)
    {
        var stage = attempts.Max(attempt => attempt.Stage);
        var best = attempts.Where(attempt => attempt.Stage == stage).ToList();
        if (stage != BranchStage.Fits)
        {
            return best;
        }

        var depth = best.Max(attempt => attempt.ShallowestError);
        return [.. best.Where(attempt => attempt.ShallowestError == depth)];
    }

    private static string Number(KeywordSite site) => site.Name == "oneOf" ? "exactly one" : "at least one";
}
