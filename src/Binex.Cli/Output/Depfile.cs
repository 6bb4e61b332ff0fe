using System.Text;
using Binex.Cli.Projects;
using Binex.Core.Attachments;
using Binex.Core.Text;
using Binex.Core.Workflows;
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
    /// <param name="workflow">The workflow with the files that its nodes attach, which are seen from the first source.</param>
    /// <param name="others">Other files that were read, as the user gave them; null for none.</param>
    public static void Write(CliContext context, string file, Project project, string store, IReadOnlyList<SourceText> sources, Workflow? workflow, params ReadOnlySpan<string?> others)
    {
        var prices = Path.Join(store, PriceFile.Name);
        var folder = sources.Count > 0 ? Path.GetDirectoryName(sources[0].Path) ?? "" : "";
        var attached = (workflow?.Nodes ?? []).SelectMany(node => node.Attachments).Select(attachment => attachment.File).OfType<Attachment>().Select(found => Path.Combine(folder, found.Path));
        string?[] known = [.. sources.Select(source => source.Path), .. attached, project.File, File.Exists(prices) ? prices : null, .. others];
        var path = context.FullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(string.Concat(known.OfType<string>().Select(context.FullPath).Distinct().Select(name => name + "\n"))), durable: false);
    }
}
