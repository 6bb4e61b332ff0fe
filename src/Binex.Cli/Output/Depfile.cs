using System.Text;
using Binex.Cli.Projects;
using Binex.Core.Text;
using Binex.Models.Prices;
using Binex.Store.Disk;
using McMaster.Extensions.CommandLineUtils;

namespace Binex.Cli.Output;

/// <summary>Tells a build system what an answer depends on, so that it need not ask again before one of these files has changed.</summary>
internal static class Depfile
{
    /// <summary><c>--depfile FILE</c>.</summary>
    public static CommandOption DepfileOption(this CommandLineApplication command) => command.Option(
        "--depfile <FILE>", "when all is well: write the full path of every file that was read, one a line, for build systems", CommandOptionType.SingleValue);

    /// <summary>Writes the file in one step; its folder is made.</summary>
    /// <param name="context">The process's surroundings.</param>
    /// <param name="file">The file as the user gave it; null where nobody asked for it.</param>
    /// <param name="project">The project.</param>
    /// <param name="store">The folder of the store.</param>
    /// <param name="sources">The texts that were read.</param>
    public static void Write(CliContext context, string? file, Project project, string store, IEnumerable<SourceText> sources)
    {
        if (file is null)
        {
            return;
        }

        var read = sources.Select(source => context.FullPath(source.Path)).ToList();
        var prices = Path.Join(store, PriceFile.Name);
        read.AddRange(new[] { project.File, File.Exists(prices) ? prices : null }.OfType<string>());
        var path = context.FullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(string.Concat(read.Distinct().Select(name => name + "\n"))), durable: false);
    }
}
