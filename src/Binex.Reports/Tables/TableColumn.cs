namespace Binex.Reports.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Name">What stands above it.</param>
/// <param name="IsNumber">Whether its cells are numbers, which stand on the right.</param>
public sealed record TableColumn(string Name, bool IsNumber = false);
