using System.Globalization;

namespace Binex.Ci.Comments;

/// <summary>Numbers with their nouns.</summary>
internal static class Words
{
    public static string Counted(long number, string one) => $"{number.ToString("#,0", CultureInfo.InvariantCulture)} {one}{(number == 1 ? "" : "s")}";
}
