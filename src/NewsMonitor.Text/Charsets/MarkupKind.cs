namespace NewsMonitor.Text.Charsets;

/// <summary>What kind of declaration of an encoding the bytes may carry.</summary>
public enum MarkupKind
{
    /// <summary>Plain text or JSON: nothing inside the bytes declares an encoding.</summary>
    None,

    /// <summary>An XML declaration: <c>&lt;?xml encoding="…"?&gt;</c>.</summary>
    Xml,

    /// <summary>A meta element: <c>&lt;meta charset="…"&gt;</c>.</summary>
    Html,
}
