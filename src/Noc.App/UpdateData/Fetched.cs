namespace Noc.App.UpdateData;

/// <summary>What a request for a file came to.</summary>
internal abstract record Fetched
{
    private Fetched() { }

    /// <summary>The file is here, as long as the server said.</summary>
    /// <param name="Path">Where.</param>
    /// <param name="Validator">What the server knows this version by; null where it does not say.</param>
    public sealed record Saved(string Path, string? Validator) : Fetched;

    /// <summary>The server still has the version that was fetched before.</summary>
    public sealed record Unchanged : Fetched;

    /// <summary>A web page came instead of a file.</summary>
    /// <param name="Html">The page.</param>
    /// <param name="Address">Its address.</param>
    public sealed record Page(string Html, Uri Address) : Fetched;

    /// <summary>It did not work.</summary>
    /// <param name="Reason">Why, in a few words without the address.</param>
    public sealed record Failed(string Reason) : Fetched;
}
