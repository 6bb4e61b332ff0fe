using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Prices;
using CsCheck;

namespace Binex.Core.Tests.Ledgers;

/// <summary>Caps, wishes and the order in which things happen to them.</summary>
public sealed record LedgerCase(Cap Run, Cap[] Nodes, ReservationRequest[] Wishes, LedgerStep[] Steps)
{
    private static readonly Gen<Cap> AnyCap = Gen.Select(
        Gen.Int[0, 400].Nullable(), Gen.Int[0, 400].Nullable(), Gen.Int[0, 12].Nullable(),
        (cents, tokens, calls) => new Cap { Cost = cents is { } c ? new Money(c / 100m) : null, Tokens = tokens, Calls = calls });

    private static readonly Gen<Cap> MoneyCap = Gen.Int[0, 300].Select(cents => new Cap { Cost = new Money(cents / 100m) });

    private static readonly Gen<Cap> NodeCap = Gen.Frequency((2, Gen.Const(Cap.None)), (2, MoneyCap), (1, AnyCap));

    private static readonly Gen<CallBound> Bound = Gen.Select(
        Gen.Long[0, 60], Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[0, 3], Gen.Int[0, 7], Gen.Int[0, 2],
        (input, output, least, inputRate, outputRate, fee) => new CallBound(
            "m", input, output, Math.Min(least, output), inputRate * 3333.333333333333m, outputRate * 1428.571428571429m, fee / 100m));

    /// <summary>Any case whose charges stay within their holds.</summary>
    public static Gen<LedgerCase> Any { get; } = With(Gen.Int[0, 100]);

    /// <summary>Any case whose charges may pass their holds.</summary>
    public static Gen<LedgerCase> WithOvershoot { get; } = With(Gen.Int[0, 130]);

    public static string NodeId(int node) => $"n{node}";

    public override string ToString() =>
        $"run {Run}\nnodes {string.Join("; ", Nodes.AsEnumerable())}\nwishes {string.Join("\n  ", Wishes.AsEnumerable())}\nsteps {string.Join(", ", Steps.AsEnumerable())}";

    private static Gen<LedgerCase> With(Gen<int> shares) =>
        from run in Gen.Frequency((3, MoneyCap), (2, AnyCap), (1, Gen.Const(Cap.None)))
        from nodes in NodeCap.Array[1, 4]
        from wishes in Gen.Select(Gen.Int[0, nodes.Length - 1], Bound, Gen.Int[0, 3], (node, bound, fixedSize) =>
            new ReservationRequest(NodeId(node), bound, fixedSize > 0)).Array[1, 14]
        from steps in Gen.Select(
            Gen.Frequency(
                (5, Gen.Const(LedgerStepKind.Reserve)), (4, Gen.Const(LedgerStepKind.Settle)), (1, Gen.Const(LedgerStepKind.Cancel))),
            Gen.Int[0, 1000], shares, (kind, pick, share) => new LedgerStep(kind, pick, share)).Array[1, 40]
        select new LedgerCase(run, nodes, wishes, steps);
}
