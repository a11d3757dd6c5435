namespace NewsMonitor.Text.Dates;

/// <summary>What the first of two numbers means where a date is written as 03/04/2026.</summary>
public enum DateOrder
{
    /// <summary>Either: such a date is left unread, unless its numbers leave one reading.</summary>
    Unknown,

    /// <summary>The day, as in most of the world. A year may then have two digits: 23.11.26.</summary>
    DayFirst,

    /// <summary>The month, as in the United States.</summary>
    MonthFirst,
}
