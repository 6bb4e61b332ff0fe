namespace Binex.Core.Tests.Runs;

/// <summary>A node of a random workflow; picks are taken modulo what there is to pick from.</summary>
public sealed record RunCaseNode(
    int[] Dependencies, string Agent, bool HasCondition, bool ContinueOnError, bool SkipPropagation, int? Back, int Max)
{
    public override string ToString() =>
        $"needs [{string.Join(",", Dependencies)}] {Agent} when {HasCondition} coe {ContinueOnError} skip {SkipPropagation} back {Back} max {Max}";
}
