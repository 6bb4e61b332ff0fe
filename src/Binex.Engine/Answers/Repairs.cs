namespace Binex.Engine.Answers;

/// <summary>What was mended in an answer.</summary>
[Flags]
internal enum Repairs
{
    None = 0,
    StringUnwrapped = 1 << 0,
    FenceRemoved = 1 << 1,
    TextRemoved = 1 << 2,
    CommentsRemoved = 1 << 3,
    TrailingCommasRemoved = 1 << 4,
    QuotesReplaced = 1 << 5,
    KeysQuoted = 1 << 6,
    WordsReplaced = 1 << 7,
    LineBreaksEscaped = 1 << 8,
    CutOffClosed = 1 << 9,
}
