using Binex.Core.Attachments;

namespace Binex.Models.Tokens;

/// <summary>
/// How a family of models counts a picture: by tiles of 512 pixels after it was fitted into 2,048 and its shorter side brought to 768,
/// or by patches of 32 pixels. Where it is not clear which holds, both are given, and the larger one counts.
/// </summary>
/// <param name="Base">Tokens of any picture.</param>
/// <param name="PerTile">Tokens of a tile.</param>
/// <param name="PerPatch">Tokens of a patch.</param>
internal sealed record ImageRates(int Base, int PerTile, decimal PerPatch)
{
    private const int Fit = 2_048;
    private const int Shorter = 768;
    private const int Tile = 512;
    private const int Patch = 32;
    private const int MostPatches = 1_536;

    /// <summary>The most tokens of a picture.</summary>
    /// <param name="size">Its size.</param>
    public long Tokens(ImageSize size) => Math.Max(Base + (PerTile * Tiles(size)), (long)Math.Ceiling(Math.Min(MostPatches, Grid(size, Patch)) * PerPatch));

    /// <summary>Squares that cover a picture.</summary>
    /// <param name="size">Its size.</param>
    /// <param name="side">Side of a square, in pixels.</param>
    public static long Grid(ImageSize size, int side) => ((size.Width + side - 1) / side) * ((size.Height + side - 1) / side);

    // A small picture is taken as if it were enlarged, which some models do.
    private static long Tiles(ImageSize size)
    {
        decimal longest = Math.Max(size.Width, size.Height);
        decimal shortest = Math.Min(size.Width, size.Height);
        var scale = Math.Min(Fit / longest, Shorter / shortest);
        return (long)(Math.Ceiling(longest * scale / Tile) * Math.Ceiling(Math.Max(1, shortest * scale) / Tile));
    }
}
