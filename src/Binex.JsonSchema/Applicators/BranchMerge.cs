using System.Text.Json;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Applicators;

/// <summary>Tells several branches that failed at the same place, by type or constant, in one sentence: "must be a string, 1 or
/// 2".</summary>
internal static class BranchMerge
{
    public static SchemaError? TryMerge(KeywordSite site, IReadOnlyList<BranchAttempt> attempts, JsonElement instance, Evaluator evaluator)
    {
        var mismatches = attempts.Select(attempt => attempt.Mismatch).OfType<SchemaError>().ToList();
        if (mismatches.Count < attempts.Count || mismatches.Any(error => error.InstancePointer != mismatches[0].InstancePointer))
        {
            return null;
        }

        // Long lists of values are paid for, since each failing value gets its own.
        evaluator.Spend(mismatches.Sum(error => error.Candidates.Count));
        var types = mismatches.Aggregate(JsonTypes.None, (all, error) => all | error.ExpectedTypes);
        var values = mismatches.SelectMany(error => error.ExpectedValues).Distinct(JsonEquality.Instance).Select(Wording.Show);
        var expected = Wording.Either([.. JsonTypeNames.Name(types), .. values]);
        var found = attempts[0].Stage == BranchStage.OtherKind ? $", but is {Wording.Describe(instance)}" : "";
        return site.Error(mismatches[0].InstancePointer, $"must be {expected}{found}") with
        {
            Candidates = [.. mismatches.SelectMany(error => error.Candidates).Distinct(StringComparer.Ordinal)],
            ExpectedTypes = types,
            ExpectedValues = [.. mismatches.SelectMany(error => error.ExpectedValues)],
        };
    }
}
