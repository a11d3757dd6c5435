using AngleSharp.Dom;

namespace NewsMonitor.Articles.Pages;

/// <summary>Reads a table of data as rows of cells between pipes; a table that lays out a page is none.</summary>
internal static class TableReader
{
    private const int LongestCell = 400;

    /// <summary>The rows, or null where the table lays out a page.</summary>
    public static List<string>? Rows(IElement table)
    {
        var rows = new List<string>();
        return Collect(table, rows) ? rows : null;
    }

    private static bool Collect(IElement parent, List<string> rows)
    {
        foreach (var child in parent.Children)
        {
            switch (child.LocalName)
            {
                case "tr":
                    if (Row(child) is not { } row) return false;
                    if (row.Length > 0) rows.Add(row);
                    break;
                case "thead" or "tbody" or "tfoot":
                    if (!Collect(child, rows)) return false;
                    break;
            }
        }
        return true;
    }

    /// <summary>A row between pipes; empty where all its cells are, null where a cell holds more than data.</summary>
    private static string? Row(IElement row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Children)
        {
            if (cell.LocalName is not ("td" or "th")) continue;
            if (cell.QuerySelector("table,h1,h2,form,article,div p") is not null) return null;
            var text = cell.TextContent;
            if (text.Length > LongestCell * 4) return null;
            text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('|', '/');
            if (text.Length > LongestCell) return null;
            cells.Add(text);
        }
        return cells.Exists(cell => cell.Length > 0) ? "| " + string.Join(" | ", cells) + " |" : "";
    }
}
