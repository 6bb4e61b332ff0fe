namespace Binex.Engine.Answers;

/// <summary>How the reading of a value ended.</summary>
internal enum LenientEnd
{
    /// <summary>The value is whole.</summary>
    Whole,

    /// <summary>The text ended within the value.</summary>
    Cut,

    /// <summary>Something stands there that is not mended.</summary>
    Broken,
}
