using System.Security.Cryptography;
using Noc.Reference.Originals;

namespace Noc.App.AuditClaims;

/// <summary>Passes a stream through and takes its SHA-256 on the way, where the report names it.</summary>
/// <remarks>Where reading fails the stream ends and keeps the failure: what was read before is audited.</remarks>
internal sealed class HashingStream(Stream inner, byte[] head, bool isHashed) : ForwardStream
{
    private readonly IncrementalHash? _hash = isHashed ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    private int _headAt;

    /// <summary>Why the stream ended early; null where it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The hash in small hexadecimal digits; empty where none was asked for.</summary>
    public string Finish() => _hash is null ? "" : Convert.ToHexStringLower(_hash.GetHashAndReset());

    public override int Read(Span<byte> buffer)
    {
        var read = Math.Min(head.Length - _headAt, buffer.Length);
        if (read > 0)
        {
            head.AsSpan(_headAt, read).CopyTo(buffer);
            _headAt += read;
        }
        else
        {
            try
            {
                read = inner.Read(buffer);
            }
            catch (Exception e) when (FileFault.Is(e))
            {
                Failure = e;
                return 0;
            }
        }
        _hash?.AppendData(buffer[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _hash?.Dispose();
        base.Dispose(disposing);
    }
}
