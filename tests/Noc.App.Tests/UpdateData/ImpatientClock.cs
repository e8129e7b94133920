using System.Collections.Concurrent;

namespace Noc.App.Tests.UpdateData;

/// <summary>A clock on which short waits are over at once, and long ones when a test says so.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    private readonly ConcurrentDictionary<Timer, byte> _timers = new();

    /// <summary>Waits that were over at once, in order.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    /// <summary>Waits shorter than this are over at once.</summary>
    public TimeSpan AtOnce { get; init; } = TimeSpan.FromSeconds(50);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(this, callback, state, dueTime);

    /// <summary>Ends all waits that are no longer than this.</summary>
    public void Pass(TimeSpan time)
    {
        foreach (var timer in _timers.Keys) timer.Fire(time);
    }

    private sealed class Timer : ITimer
    {
        private readonly ImpatientClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private TimeSpan _due;

        public Timer(ImpatientClock clock, TimerCallback callback, object? state, TimeSpan due)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            Change(due, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime;
            if (dueTime == Timeout.InfiniteTimeSpan) _clock._timers.TryRemove(this, out _);
            else if (dueTime >= _clock.AtOnce) _clock._timers[this] = 0;
            else
            {
                _clock.Waits.Enqueue(dueTime);
                ThreadPool.QueueUserWorkItem(_ => _callback(_state));
            }
            return true;
        }

        public void Fire(TimeSpan time)
        {
            if (_due <= time && _clock._timers.TryRemove(this, out _)) _callback(_state);
        }

        public void Dispose() => _clock._timers.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
