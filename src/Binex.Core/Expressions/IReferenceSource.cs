namespace Binex.Core.Expressions;

/// <summary>Knows the values that references stand for, at one moment of a run.</summary>
public interface IReferenceSource
{
    /// <summary>The value a reference starts from, before its path and its default are applied.</summary>
    /// <param name="reference">The reference.</param>
    ReferenceValue Find(Reference reference);
}
