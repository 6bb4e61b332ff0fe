using Binex.Core.Runs;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Runs;

public sealed class IndexSetTests
{
    [Fact]
    public void AddAndRemove_AnySequence_IsTheSameAsASortedSet() => Proof.Holds(
        from capacity in Gen.OneOf(Gen.Int[1, 130], Gen.Int[4_000, 300_000])
        from steps in Gen.Select(Gen.Int[0, capacity - 1], Gen.Bool).Array[0, 60]
        select (capacity, steps), 1_000, 100_000, given =>
    {
        var set = new IndexSet(given.capacity);
        var model = new SortedSet<int>();
        foreach (var (index, add) in given.steps)
        {
            if (add)
            {
                set.Add(index);
                model.Add(index);
            }
            else
            {
                set.Remove(index);
                model.Remove(index);
            }

            set.Contains(index).ShouldBe(add);
            set.Count.ShouldBe(model.Count);
            set.Min.ShouldBe(model.Count == 0 ? -1 : model.Min);
        }

        foreach (var index in model.ToList())
        {
            set.Min.ShouldBe(index);
            set.Remove(index);
        }

        set.Min.ShouldBe(-1);
    });

    [Fact]
    public void Min_NothingAdded_IsMinusOne() => new IndexSet(0).Min.ShouldBe(-1);
}
