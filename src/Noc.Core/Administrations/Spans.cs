namespace Noc.Administrations;

/// <summary>Stretches of time, joined where they touch or overlap.</summary>
internal sealed class Spans
{
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _spans = [];

    /// <summary>Joins the times of events; those without both times are left out.</summary>
    public Spans(IEnumerable<DrugEvent> events)
    {
        foreach (var one in events.Where(one => one.Minutes is not null).OrderBy(one => one.Start))
            if (_spans.Count > 0 && _spans[^1].To >= one.Start!.Value)
            {
                if (one.Stop!.Value > _spans[^1].To) _spans[^1] = (_spans[^1].From, one.Stop.Value);
            }
            else
            {
                _spans.Add((one.Start!.Value, one.Stop!.Value));
            }
    }

    /// <summary>All minutes, each counted once.</summary>
    public int Minutes => (int)_spans.Sum(span => (span.To - span.From).TotalMinutes);

    /// <summary>Minutes in both.</summary>
    public int Overlap(Spans others)
    {
        double minutes = 0;
        foreach (var (from, to) in _spans)
            foreach (var other in others._spans)
            {
                var start = from > other.From ? from : other.From;
                var end = to < other.To ? to : other.To;
                if (end > start) minutes += (end - start).TotalMinutes;
            }
        return (int)Math.Ceiling(minutes);
    }
}
