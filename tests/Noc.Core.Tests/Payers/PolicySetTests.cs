using Noc.Payers;

namespace Noc.Core.Tests.Payers;

public sealed class PolicySetTests
{
    private const int Rounds = 50_000, Over = int.MaxValue;

    // Made anew each round: only the first question of a set is one that two threads can meet at.
    private volatile PolicySet _set = PolicySet.Empty;
    private volatile int _asked, _answered;

    [Fact]
    public async Task Two_threads_that_ask_a_new_set_at_once_both_get_an_answer()
    {
        var other = Task.Factory.StartNew(AskAlong, TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var random = new Random(1);
        var wait = default(SpinWait);
        try
        {
            for (var round = 1; round <= Rounds; round++)
            {
                (_set, _asked) = (new([]), round);
                Thread.SpinWait(random.Next(60));
                Assert.False(_set.NamesIds);
                while (_answered != round && !other.IsCompleted) wait.SpinOnce(sleep1Threshold: -1);
            }
        }
        finally
        {
            _asked = Over;
        }
        await other;
    }

    private void AskAlong()
    {
        var random = new Random(2);
        var wait = default(SpinWait);
        for (var round = 1; round <= Rounds; round++)
        {
            while (_asked < round) wait.SpinOnce(sleep1Threshold: -1);
            if (_asked == Over) return;
            Thread.SpinWait(random.Next(60));
            Assert.False(_set.NamesIds);
            _answered = round;
        }
    }
}
