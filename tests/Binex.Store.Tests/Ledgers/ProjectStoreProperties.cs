using Binex.Store.Ledgers;
using Binex.Testing.Ledgers;
using Binex.Testing.Proofs;

namespace Binex.Store.Tests.Ledgers;

public sealed class ProjectStoreProperties
{
    [Fact]
    public void Processes_AnyScheduleOnDisk_NeverPassACapAndLeaveNothingHeld() => Proof.Holds(ProjectSimulation.Any, 12, 10_000, given =>
    {
        using var folder = new TempFolder();
        ProjectSimulation.Play(new ProjectStore(folder.Path, TimeProvider.System), given);
    });
}
