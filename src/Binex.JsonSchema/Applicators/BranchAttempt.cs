using Binex.JsonSchema.Values;

namespace Binex.JsonSchema.Applicators;

/// <summary>The errors of one branch, and how far the value came in it.</summary>
internal sealed class BranchAttempt
{
    public BranchAttempt(string here, IReadOnlyList<SchemaError> errors)
    {
        Errors = errors;
        Mismatch = errors.FirstOrDefault(error => error.InstancePointer == here && IsMismatch(error))
            ?? errors.FirstOrDefault(error => IsChild(here, error.InstancePointer) && IsConstant(error));
        Stage = Mismatch is null ? BranchStage.Fits
            : Mismatch.InstancePointer == here ? BranchStage.OtherKind
            : BranchStage.OtherCase;
        ShallowestError = errors.Count == 0 ? 0 : errors.Min(error => error.InstancePointer.Count(symbol => symbol == '/'));
    }

    public IReadOnlyList<SchemaError> Errors { get; }

    /// <summary>The error that shows that another branch was meant.</summary>
    public SchemaError? Mismatch { get; }

    public BranchStage Stage { get; }

    /// <summary>The number of steps from the root to the error nearest to it.</summary>
    public int ShallowestError { get; }

    private static bool IsMismatch(SchemaError error) => error.ExpectedTypes != JsonTypes.None || IsConstant(error);

    private static bool IsConstant(SchemaError error) => error.Keyword is "const" or "enum";

    private static bool IsChild(string parent, string pointer) =>
        pointer.Length > parent.Length && pointer.LastIndexOf('/') == parent.Length;
}
