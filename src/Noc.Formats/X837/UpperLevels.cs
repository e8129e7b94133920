namespace Noc.Formats.X837;

/// <summary>Where the levels above a claim start in its unit; shared by the claims below them.</summary>
internal sealed record UpperLevels
{
    private (int Start, long Number) _header = (-1, 0), _billing = (-1, 0), _subscriber = (-1, 0), _dependent = (-1, 0);

    public UpperLevels With(LoopLevel level, int start, long number) => level switch
    {
        LoopLevel.Header => new() { _header = (start, number) },
        LoopLevel.Billing => new() { _header = _header, _billing = (start, number) },
        LoopLevel.Subscriber => new() { _header = _header, _billing = _billing, _subscriber = (start, number) },
        _ => this with { _dependent = (start, number) },
    };

    public (int Start, long Number) this[int index] => index switch
    {
        0 => _header,
        1 => _billing,
        2 => _subscriber,
        _ => _dependent,
    };
}
