using System.Reflection;
using System.Text.RegularExpressions;
using Binex.Reports.Rendering;

namespace Binex.Reports.Tests.Rendering;

/// <summary>The colours of the pages: told apart by everybody, and readable on what they stand on.</summary>
public sealed partial class PaletteTests
{
    private static readonly Dictionary<string, string> Light = Variables(ReportTemplates.Css[..ReportTemplates.Css.IndexOf("@media", StringComparison.Ordinal)]);
    private static readonly Dictionary<string, string> Dark = Variables(ReportTemplates.Css[ReportTemplates.Css.IndexOf("@media screen", StringComparison.Ordinal)..]);
    private static readonly string[] Texts = ["text", "muted", "accent", "good", "bad", "warn", "idle"];
    private static readonly string[] Statuses = ["good", "bad", "warn", "accent"];

    // How eyes without one kind of cone see, as matrices over linear RGB (Machado, Oliveira and Fernandes, 2009).
    private static readonly Dictionary<string, double[]> Eyes = new()
    {
        ["all cones"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    public static TheoryData<bool> Schemes => [true, false];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Text_OnEveryGround_HasContrast(bool isDark)
    {
        var colours = isDark ? Dark : Light;
        foreach (var text in Texts)
        {
            foreach (var ground in (string[])["bg", "card"])
            {
                Contrast(colours[text], colours[ground]).ShouldBeGreaterThanOrEqualTo(4.5, $"{text} on {ground}");
            }
        }

        foreach (var status in (string[])["good", "bad", "warn", "idle", "accent"])
        {
            Contrast(colours[status], colours[status + "-soft"]).ShouldBeGreaterThanOrEqualTo(4.5, $"{status} on its soft form");
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Marks_OnACard_HaveContrast(bool isDark)
    {
        var colours = isDark ? Dark : Light;
        foreach (var mark in (string[])["accent", "accent-mid", "good", "bad", "warn", "idle"])
        {
            Contrast(colours[mark], colours["card"]).ShouldBeGreaterThanOrEqualTo(2.9, mark);
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Statuses_ToAnyEye_AreDifferentColours(bool isDark)
    {
        var colours = isDark ? Dark : Light;
        foreach (var (eye, matrix) in Eyes)
        {
            for (var i = 0; i < Statuses.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    Distance(colours[Statuses[i]], colours[Statuses[j]], matrix).ShouldBeGreaterThan(11, $"{Statuses[i]} and {Statuses[j]}, {eye}");
                }
            }
        }
    }

    [Fact]
    public void Palette_OfDrawings_IsThatOfTheStyleSheet()
    {
        foreach (var field in typeof(Palette).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var name = Upper().Replace(field.Name, "-$0").TrimStart('-').ToLowerInvariant();
            Light[name].ShouldBe((string)field.GetRawConstantValue()!, field.Name);
        }
    }

    private static Dictionary<string, string> Variables(string css) =>
        Variable().Matches(css).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private static double Contrast(string left, string right)
    {
        var (one, other) = (Luminance(left), Luminance(right));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var (r, g, b) = Linear(colour);
        return (0.2126 * r) + (0.7152 * g) + (0.0722 * b);
    }

    private static double Distance(string left, string right, double[] eye)
    {
        var (one, other) = (Lab(left, eye), Lab(right, eye));
        return Math.Sqrt(Math.Pow(one.L - other.L, 2) + Math.Pow(one.A - other.A, 2) + Math.Pow(one.B - other.B, 2));
    }

    private static (double L, double A, double B) Lab(string colour, double[] eye)
    {
        var (r0, g0, b0) = Linear(colour);
        var r = Math.Clamp((eye[0] * r0) + (eye[1] * g0) + (eye[2] * b0), 0, 1);
        var g = Math.Clamp((eye[3] * r0) + (eye[4] * g0) + (eye[5] * b0), 0, 1);
        var b = Math.Clamp((eye[6] * r0) + (eye[7] * g0) + (eye[8] * b0), 0, 1);
        var x = F(((0.4124 * r) + (0.3576 * g) + (0.1805 * b)) / 0.95047);
        var y = F((0.2126 * r) + (0.7152 * g) + (0.0722 * b));
        var z = F(((0.0193 * r) + (0.1192 * g) + (0.9505 * b)) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));

        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);
    }

    private static (double R, double G, double B) Linear(string colour)
    {
        return (Part(1), Part(3), Part(5));

        double Part(int at)
        {
            var value = Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
    }

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Variable();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Upper();
}
