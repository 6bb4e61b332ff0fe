using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Binex.Cli.Git;

/// <summary>Reads objects of a git repository, and touches neither its working tree nor its index. For one reader at a time.</summary>
internal sealed class GitRepository : IDisposable
{
    private const int LargestBlob = Core.Attachments.Attachment.MostBytes;
    private const int MostRefs = 5_000;

    private readonly string _folder;
    private readonly Process _objects;

    private GitRepository(string folder, string prefix, bool isShallow)
    {
        _folder = folder;
        Prefix = prefix;
        IsShallow = isShallow;
        _objects = GitProcess.Start(folder, "cat-file", "--batch", "--follow-symlinks");
        // Nobody reads what it complains of, and a full pipe would stop it.
        _objects.ErrorDataReceived += static (_, _) => { };
        _objects.BeginErrorReadLine();
    }

    /// <summary>Path of the folder inside the repository, with forward slashes; empty, or ending in a slash.</summary>
    public string Prefix { get; }

    /// <summary>Whether it holds only the newest part of its history.</summary>
    public bool IsShallow { get; }

    /// <summary>The repository that a folder is in; null when it is in none, or there is no git.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<GitRepository?> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await GitProcess.RunAsync(folder, ["rev-parse", "--is-shallow-repository", "--is-inside-work-tree", "--show-prefix"], cancellationToken);
            return answer?.Split('\n') is [var shallow, "true", var prefix, ..] ? new GitRepository(folder, prefix, shallow == "true") : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>What a name such as <c>main^{commit}</c> or <c>main:flows/a.yaml</c> stands for; symbolic links inside the tree are followed.</summary>
    /// <param name="name">The name; one line.</param>
    public GitObject Read(string name)
    {
        if (name.AsSpan().IndexOfAny('\n', '\0') >= 0)
        {
            return new GitObject("missing", "", [], 0);
        }

        // A line of input is never an option.
        _objects.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(name + "\n"));
        _objects.StandardInput.BaseStream.Flush();
        var head = ReadLine().Split(' ');
        if (head is [.., var type, var length] && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
        {
            // A link out of the tree, or one that cannot be followed, names its kind first.
            var isObject = type is "blob" or "tree" or "commit" or "tag" && head.Length == 3;
            var content = ReadBytes(size);
            return new GitObject(isObject ? type : head[0], isObject ? head[0] : "", content, size);
        }

        return new GitObject(head[^1], "", [], 0);
    }

    /// <summary>The commit that a ref names; null when there is no such ref.</summary>
    public string? CommitOf(string reference) => reference.Length > 0 && Read($"{reference}^{{commit}}") is { Type: "commit" } commit ? commit.Id : null;

    /// <summary>The submodule in which a path of a commit is; null when it is in none.</summary>
    public async Task<string?> SubmoduleOfAsync(string commit, string path, CancellationToken cancellationToken)
    {
        var parts = path.Split('/');
        var parents = Enumerable.Range(1, parts.Length).Select(count => string.Join('/', parts[..count]));
        var listed = await GitProcess.RunAsync(
            _folder, ["ls-tree", "-z", "--full-tree", commit, "--", .. parents.Select(parent => $":(literal){parent}")], cancellationToken);
        return listed?.Split('\0').FirstOrDefault(entry => entry.StartsWith("160000 ", StringComparison.Ordinal))?.Split('\t')[^1];
    }

    /// <summary>Names of branches and tags, for suggestions.</summary>
    public async Task<IReadOnlyList<string>> RefsAsync(CancellationToken cancellationToken) =>
        (await GitProcess.RunAsync(_folder, ["for-each-ref", $"--count={MostRefs}", "--format=%(refname:short)"], cancellationToken))
            ?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Paths of all files of a commit that look like workflows, for suggestions.</summary>
    public async Task<IReadOnlyList<string>> YamlFilesAsync(string commit, CancellationToken cancellationToken) =>
        (await GitProcess.RunAsync(_folder, ["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit], cancellationToken))
            ?.Split('\0').Where(path => Path.GetExtension(path) is ".yaml" or ".yml").ToList() ?? [];

    public void Dispose()
    {
        _objects.StandardInput.Close();
        GitProcess.Kill(_objects);
        _objects.Dispose();
    }

    private string ReadLine()
    {
        var line = new List<byte>();
        var stream = _objects.StandardOutput.BaseStream;
        int next;
        while ((next = stream.ReadByte()) >= 0 && next != '\n')
        {
            line.Add((byte)next);
        }

        return next < 0 ? throw new IOException("git ended while it was read from") : Encoding.UTF8.GetString([.. line]);
    }

    // What is too large is read past, so that the next answer can be read.
    private byte[] ReadBytes(long size)
    {
        var stream = _objects.StandardOutput.BaseStream;
        var content = new byte[size <= LargestBlob ? size : 0];
        stream.ReadExactly(content);
        var rest = new byte[64 * 1024];
        for (var left = size - content.Length; left > 0;)
        {
            var read = stream.Read(rest, 0, (int)Math.Min(rest.Length, left));
            left -= read > 0 ? read : throw new IOException("git ended while it was read from");
        }

        stream.ReadByte();
        return content;
    }
}
