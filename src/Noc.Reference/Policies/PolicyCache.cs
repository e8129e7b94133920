using System.Security.Cryptography;
using System.Text;
using Noc.Payers;

namespace Noc.Reference.Policies;

/// <summary>Compiled policies in the data folder, by the hash of the files that they came from.</summary>
/// <remarks>The name covers the files and the build of Noc, the first bytes are the hash of the rest: what is stale is
/// never found, and what is damaged is read as absent and written anew.</remarks>
internal sealed class PolicyCache
{
    private const string Extension = ".nocpolicies";

    // A user works on few folders at a time; older ones are made again when they are asked for.
    private const int Kept = 16;

    private readonly string _folder, _path;

    public PolicyCache(string dataFolder, IReadOnlyList<PolicyText> texts)
    {
        _folder = Path.Combine(dataFolder, "policies");
        Name = NameOf(texts);
        _path = Path.Combine(_folder, Name + Extension);
    }

    /// <summary>The hash of the files and of the build, in hexadecimal digits.</summary>
    public string Name { get; }

    /// <summary>The policies; null where they are not there or damaged.</summary>
    public IReadOnlyList<Policy>? Read()
    {
        try
        {
            if (!File.Exists(_path)) return null;
            var bytes = File.ReadAllBytes(_path);
            if (bytes.Length <= SHA256.HashSizeInBytes) return null;
            var content = bytes.AsSpan(SHA256.HashSizeInBytes);
            return bytes.AsSpan(0, SHA256.HashSizeInBytes).SequenceEqual(SHA256.HashData(content))
                ? PolicyBytes.Read(content) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or UnreadableTablesException)
        {
            return null;
        }
    }

    /// <summary>Keeps policies; does nothing where the folder cannot be written.</summary>
    public void Write(IReadOnlyList<Policy> policies)
    {
        var content = PolicyBytes.Write(policies);
        try
        {
            Directory.CreateDirectory(_folder);
            var aside = $"{_path}.{Environment.ProcessId}.part";
            File.WriteAllBytes(aside, [.. SHA256.HashData(content), .. content]);
            File.Move(aside, _path, overwrite: true);
            foreach (var old in new DirectoryInfo(_folder).GetFiles("*" + Extension)
                .OrderByDescending(file => file.LastWriteTimeUtc).Skip(Kept)) old.Delete();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A start that reads YAML is slower and gives the same.
        }
    }

    // Names of files are in it too: places of values name them.
    private static string NameOf(IReadOnlyList<PolicyText> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(PolicyCache).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(typeof(PolicyBytes).Module.ModuleVersionId.ToByteArray());
        foreach (var (file, bytes) in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\0{bytes?.Length ?? -1}\0"));
            hash.AppendData(bytes ?? []);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
