namespace Noc.Administrations;

/// <summary>Stretches of time, joined where they touch or overlap.</summary>
internal sealed class Spans
{
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _spans = [];

    /// <summary>Joins the times of events; those without both times are left out.</summary>
    public Spans(IReadOnlyList<DrugEvent> events)
    {
        var timed = new List<DrugEvent>(events.Count);
        for (var i = 0; i < events.Count; i++)
            if (events[i].Minutes is not null) timed.Add(events[i]);
        if (timed.Count > 1) timed.Sort((a, b) => a.Start!.Value.CompareTo(b.Start!.Value));
        foreach (var one in timed)
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
    public int Minutes
    {
        get
        {
            double minutes = 0;
            foreach (var (from, to) in _spans) minutes += (to - from).TotalMinutes;
            return (int)minutes;
        }
    }

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
