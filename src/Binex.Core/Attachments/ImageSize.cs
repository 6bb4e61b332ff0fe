namespace Binex.Core.Attachments;

/// <summary>How large a picture is.</summary>
/// <param name="Width">Pixels from left to right.</param>
/// <param name="Height">Pixels from top to bottom.</param>
public readonly record struct ImageSize(long Width, long Height);
