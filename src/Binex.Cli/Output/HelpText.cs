using System.Text;
using McMaster.Extensions.CommandLineUtils;
using McMaster.Extensions.CommandLineUtils.HelpText;

namespace Binex.Cli.Output;

/// <summary>Lays out the help of a command within 100 columns, or those of the terminal: usage, what it does, commands, arguments, options, more.</summary>
internal sealed class HelpText(int columns) : IHelpTextGenerator
{
    private const int Widest = 100;
    private const int Narrowest = 60;
    private const int Indent = 2;
    private const int WidestName = 26;

    private readonly int _width = Math.Clamp(columns, Narrowest, Widest);

    /// <summary>For a command inside another one, whose help is as wide.</summary>
    public static HelpText Instance { get; } = new(Widest);

    public void Generate(CommandLineApplication application, TextWriter output)
    {
        var width = WidthOf(application);
        var arguments = application.Arguments.Where(argument => argument.ShowInHelpText).ToList();
        var commands = application.Commands.Where(command => command.ShowInHelpText).ToList();
        var options = application.GetOptions().Where(option => option.ShowInHelpText).ToList();

        var usage = new StringBuilder($"Usage: {ParsingProblems.FullName(application)}");
        usage.Append(commands.Count == 0 ? "" : application.Parent is null ? " COMMAND" : " [COMMAND]");
        foreach (var argument in arguments)
        {
            usage.Append(' ').Append(IsRequired(argument) ? argument.Name : $"[{argument.Name}]").Append(argument.MultipleValues ? "…" : "");
        }

        output.WriteLine(usage.Append(" [options]"));
        output.WriteLine();
        WriteWrapped(output, width, application.Description ?? "", 0);
        WriteSection(output, width, "Commands", commands.Select(command => (command.Name!, command.Description ?? "")));
        WriteSection(output, width, "Arguments", arguments.Select(argument => (argument.Name!, argument.Description ?? "")));
        WriteSection(output, width, "Options", options.Select(option => (NameOf(option), option.Description ?? "")));
        if (!string.IsNullOrWhiteSpace(application.ExtendedHelpText))
        {
            output.WriteLine();
            foreach (var line in application.ExtendedHelpText.Trim().Split('\n'))
            {
                WriteWrapped(output, width, line.TrimEnd(), line.Length - line.TrimStart().Length);
            }
        }
    }

    private static int WidthOf(CommandLineApplication application) =>
        application.Parent is { } parent ? WidthOf(parent) : (application.HelpTextGenerator as HelpText ?? Instance)._width;

    private static bool IsRequired(CommandArgument argument) => argument.Validators.Count > 0;

    private static string NameOf(CommandOption option)
    {
        var name = option.ShortName is { Length: > 0 } letter ? $"-{letter}, --{option.LongName}" : $"    --{option.LongName}";
        return option.OptionType switch
        {
            CommandOptionType.NoValue => name,
            CommandOptionType.SingleOrNoValue => $"{name} [{option.ValueName}]",
            _ => $"{name} {option.ValueName}",
        };
    }

    private static void WriteSection(TextWriter output, int width, string title, IEnumerable<(string Name, string Description)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{title}:");
        var column = Indent + Math.Min(WidestName, all.Max(row => row.Name.Length)) + 2;
        foreach (var (name, description) in all)
        {
            var start = new string(' ', Indent) + name;
            if (start.Length + 2 > column)
            {
                output.WriteLine(start);
                start = "";
            }

            WriteWrapped(output, width, start.PadRight(column) + description, column);
        }
    }

    private static void WriteWrapped(TextWriter output, int width, string text, int indent)
    {
        while (text.Length > width)
        {
            var end = text.LastIndexOf(' ', width);
            if (end <= indent)
            {
                break;
            }

            output.WriteLine(text[..end].TrimEnd());
            text = new string(' ', indent) + text[(end + 1)..];
        }

        output.WriteLine(text);
    }
}
