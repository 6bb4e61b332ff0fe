namespace Binex.JsonSchema.Applicators;

/// <summary>How far a value came in a branch that rejects it in the end.</summary>
internal enum BranchStage
{
    /// <summary>It is of another type, or none of the values asked for.</summary>
    OtherKind,

    /// <summary>One of its members is none of the values asked for: in a union, the member that tells the cases apart.</summary>
    OtherCase,

    /// <summary>It is of the kind meant, with mistakes.</summary>
    Fits,
}
