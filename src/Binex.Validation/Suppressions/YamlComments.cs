using Binex.Core.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Binex.Validation.Suppressions;

/// <summary>Finds the comments of a YAML text: what begins with '#' and stands neither in quotes nor in a block.</summary>
internal static class YamlComments
{
    /// <summary>Offsets of the '#' of every comment, rising; of a text that is no YAML those before its mistake.</summary>
    public static List<int> Find(SourceText source)
    {
        var comments = new List<int>();
        try
        {
            var scanner = new Scanner(new StringReader(source.Text), skipComments: false);
            while (scanner.MoveNext())
            {
                if (scanner.Current is Comment comment)
                {
                    comments.Add((int)comment.Start.Index);
                }
            }
        }
#pragma warning disable CA1031 // The scanner meets some broken texts with exceptions of other kinds; the reader has reported what is wrong.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
        }

        return comments;
    }
}
