namespace Noc.App.UpdateData;

/// <summary>How far a download may go, and how patient it is.</summary>
public sealed record DownloadLimits
{
    /// <summary>Bytes of a page. The largest landing page has less than one megabyte.</summary>
    public int PageBytes { get; init; } = 5_000_000;

    /// <summary>Longest wait for the next bytes.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest time for one file with all its attempts.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(45);

    /// <summary>Attempts in a row that bring no new bytes.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Attempts for one file in all.</summary>
    public int AllAttempts { get; init; } = 50;

    /// <summary>Wait before the second attempt; doubled each time.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait before an attempt, whatever a server asks for.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Redirections of one request.</summary>
    public int Redirects { get; init; } = 5;
}
