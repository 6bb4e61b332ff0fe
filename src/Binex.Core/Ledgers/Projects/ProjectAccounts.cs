namespace Binex.Core.Ledgers.Projects;

/// <summary>What the runs of a project share: caps, and the books that hold them.</summary>
/// <param name="Caps">The caps.</param>
/// <param name="Store">The books.</param>
public sealed record ProjectAccounts(ProjectCaps Caps, IProjectStore Store);
