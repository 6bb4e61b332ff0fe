namespace Binex.Core.Text;

/// <summary>Lines that are replaced by others; line numbers from 0, ends after the last line.</summary>
internal readonly record struct LineChange(int OldStart, int OldEnd, int NewStart, int NewEnd);
