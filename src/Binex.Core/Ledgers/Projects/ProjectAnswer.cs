namespace Binex.Core.Ledgers.Projects;

/// <summary>The project's answer to a wish: exactly one of the two is set.</summary>
/// <param name="Hold">The hold.</param>
/// <param name="Refusal">Why there is none.</param>
internal readonly record struct ProjectAnswer(ProjectHold? Hold, Refusal? Refusal);
