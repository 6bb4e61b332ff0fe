using System.Text;
using Binex.Cli.Projects;
using Binex.Core.Text;
using Binex.Models.Prices;
using Binex.Store.Disk;

namespace Binex.Cli.Output;

/// <summary>Tells a build system what an answer depends on, so that it need not ask again before one of these files has changed.</summary>
internal static class Depfile
{
    /// <summary>Writes the file in one step; its folder is made.</summary>
    /// <param name="context">The process's surroundings.</param>
    /// <param name="file">The file as the user gave it.</param>
    /// <param name="project">The project.</param>
    /// <param name="store">The folder of the store.</param>
    /// <param name="sources">The texts that were read.</param>
    /// <param name="others">Other files that were read, as the user gave them; null for none.</param>
    public static void Write(CliContext context, string file, Project project, string store, IReadOnlyList<SourceText> sources, params ReadOnlySpan<string?> others)
    {
        var prices = Path.Join(store, PriceFile.Name);
        string?[] known = [.. sources.Select(source => source.Path), project.File, File.Exists(prices) ? prices : null, .. others];
        var path = context.FullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(string.Concat(known.OfType<string>().Select(context.FullPath).Distinct().Select(name => name + "\n"))), durable: false);
    }
}
