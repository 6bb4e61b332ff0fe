using Binex.Testing.Ledgers;
using Binex.Testing.Proofs;

namespace Binex.Core.Tests.Ledgers.Projects;

public sealed class ProjectLedgerProperties
{
    [Fact]
    public void Processes_AnySchedule_NeverPassACapAndLeaveNothingHeld() =>
        Proof.Holds(ProjectSimulation.Any, 100, 20_000, given => ProjectSimulation.Play(new MemoryProjectStore(), given));
}
