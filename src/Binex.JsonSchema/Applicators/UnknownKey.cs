using System.Text.Json;
using Binex.JsonSchema.Evaluation;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Applicators;

/// <summary>The error of a key that nothing allows.</summary>
internal static class UnknownKey
{
    public static void Report(KeywordSite site, IReadOnlyList<string> known, JsonProperty property, Evaluator evaluator)
    {
        evaluator.Path.Push(property);
        var name = Wording.Quote(JsonText.ReadName(property));
        evaluator.Report(site.Error(evaluator.Path.ToString(), $"is not allowed: there is no key {name} here") with { Candidates = known });
        evaluator.Path.Pop();
    }
}
