using Binex.Core.Diagnostics;

namespace Binex.Core.Tests.Diagnostics;

public sealed class SeverityPolicyTests
{
    private static readonly DiagnosticDescriptor Objection = new("BNX2999", DiagnosticSeverity.Error, "", "") { IsOptional = true };

    [Fact]
    public void Of_Default_IsWhatTheCatalogueSays() =>
        DiagnosticCatalog.All.ShouldAllBe(kind => SeverityPolicy.Default.Of(kind) == kind.Severity);

    [Fact]
    public void Of_ChosenSeverity_Holds()
    {
        var policy = SeverityPolicy.Of(new Dictionary<string, DiagnosticSeverity?>
        {
            [DiagnosticCatalog.UndeclaredVariable.Code] = DiagnosticSeverity.Error,
            [DiagnosticCatalog.AboveModelLimit.Code] = null,
        });

        policy.Of(DiagnosticCatalog.UndeclaredVariable).ShouldBe(DiagnosticSeverity.Error);
        policy.Of(DiagnosticCatalog.AboveModelLimit).ShouldBeNull();
        policy.Of(DiagnosticCatalog.DuplicateDependency).ShouldBe(DiagnosticSeverity.Warning);
    }

    [Fact]
    public void Of_KindWithWhichNothingRuns_CannotBeChosen() =>
        SeverityPolicy.Of(new Dictionary<string, DiagnosticSeverity?> { [DiagnosticCatalog.YamlSyntax.Code] = null })
            .Of(DiagnosticCatalog.YamlSyntax).ShouldBe(DiagnosticSeverity.Error);

    [Fact]
    public void Of_Lenient_NoOptionalKindIsAnError()
    {
        SeverityPolicy.Lenient.Of(Objection).ShouldBe(DiagnosticSeverity.Warning);
        SeverityPolicy.Lenient.Of(DiagnosticCatalog.YamlSyntax).ShouldBe(DiagnosticSeverity.Error);
    }
}
