namespace SnnGen.Tool.Tuning;

/// <summary>Ends work that takes too long, and says so; a user's cancellation passes through it.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationToken _user;
    private readonly CancellationTokenSource _source;

    /// <summary>The time begins.</summary>
    /// <param name="minutes">How long; 0 for ever.</param>
    /// <param name="user">Cancels.</param>
    public TimeLimit(double minutes, CancellationToken user)
    {
        _user = user;
        _source = CancellationTokenSource.CreateLinkedTokenSource(user);
        if (minutes > 0)
            _source.CancelAfter(TimeSpan.FromMinutes(minutes));
    }

    /// <summary>Whether work was ended, or not begun, for want of time.</summary>
    public bool IsUp { get; private set; }

    /// <summary>What <paramref name="work"/> gives, or null where time is up.</summary>
    /// <param name="always">Whether the work is done however long it takes.</param>
    /// <param name="work">The work.</param>
    public T? Run<T>(bool always, Func<CancellationToken, T> work)
        where T : class
    {
        try
        {
            CancellationToken token = always ? _user : _source.Token;
            token.ThrowIfCancellationRequested();
            return work(token);
        }
        catch (OperationCanceledException) when (!_user.IsCancellationRequested)
        {
            IsUp = true;
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
