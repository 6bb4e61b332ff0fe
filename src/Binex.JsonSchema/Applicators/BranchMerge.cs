using System.Text.Json;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Applicators;

/// <summary>Tells several branches that failed at the same place, by type or constant, in one sentence: "must be a string or one of 1, 2".</summary>
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
        IReadOnlyList<string> values = [.. mismatches.SelectMany(error => error.Candidates).Distinct(StringComparer.Ordinal)];
        var expected = new List<string>();
        if (types != JsonTypes.None)
        {
            expected.Add(JsonTypeNames.Describe(types));
        }

        if (values.Count > 0)
        {
            expected.Add(Wording.Either(values, Wording.Quote));
        }

        var found = attempts[0].Stage == BranchStage.OtherKind ? $", but is {Wording.Describe(instance)}" : "";
        return site.Error(mismatches[0].InstancePointer, $"must be {string.Join(" or ", expected)}{found}") with
        {
            Candidates = values,
            ExpectedTypes = types,
        };
    }
}
