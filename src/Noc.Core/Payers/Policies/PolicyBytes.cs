using System.Text;
using Noc.Tables;

namespace Noc.Payers;

/// <summary>Policies as bytes, so that a program opens them without reading YAML. Without examples.</summary>
public static class PolicyBytes
{
    /// <summary>Name of their section in a table image.</summary>
    public static ReadOnlySpan<byte> Section => "POLICY"u8;

    // Counts up when the layout changes.
    private const int Version = 4;

    /// <summary>Writes policies.</summary>
    public static byte[] Write(IReadOnlyList<Policy> policies)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Encoding.UTF8);
        to.Write(Version);
        List(to, policies, static (to, policy) =>
        {
            to.Write(policy.Id);
            to.Write(policy.Name);
            to.Write((byte)policy.Level);
            to.Write(policy.Extends);
            Words(to, policy.Who.Payers);
            Words(to, policy.Who.Programs);
            Words(to, policy.Who.States);
            Words(to, policy.Who.Ids);
            Words(to, policy.Who.Names);
            Place(to, policy.Place);
            List(to, policy.Values, Entry);
            List(to, policy.Rules, Rule);
            List(to, policy.Guidance, Guidance);
        });
        to.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads policies.</summary>
    /// <exception cref="UnreadableTablesException">The bytes are of another version or damaged.</exception>
    public static IReadOnlyList<Policy> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return [];
        using var from = new BinaryReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8);
        try
        {
            var version = from.ReadInt32();
            if (version != Version)
                throw new UnreadableTablesException(version > Version ? TableFault.Newer : TableFault.Older);
            return List(from, ReadPolicy);
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new UnreadableTablesException(TableFault.Damaged);
        }
    }

    private static Policy ReadPolicy(BinaryReader from)
    {
        var (id, name, level, extends) =
            (from.ReadString(), from.ReadString(), (PolicyLevel)from.ReadByte(), from.ReadString());
        return new()
        {
            Id = id,
            Name = name,
            Level = level,
            Extends = extends,
            Who = new(Words(from), Words(from), Words(from)) { Ids = Words(from), Names = Words(from) },
            Place = Place(from),
            Values = List(from, at => ReadEntry(at, id)),
            Rules = List(from, ReadRule),
            Guidance = List(from, ReadGuidance),
        };
    }

    private static void Entry(BinaryWriter to, PolicyEntry entry)
    {
        to.Write(entry.Key.Name);
        Words(to, entry.Value.Words);
        Number(to, entry.Value.Number);
        to.Write(entry.Value.Window?.ToString() ?? "");
        to.Write(entry.Value.Adds);
        Scope(to, entry.Scope);
        to.Write((sbyte)(entry.Severity is { } severity ? (int)severity : -1));
        to.Write((byte)entry.Confidence);
        Source(to, entry.Source);
        Words(to, entry.Rows);
        Words(to, entry.DisagreesWith);
        to.Write(entry.Topic);
        Place(to, entry.Place);
    }

    private static PolicyEntry ReadEntry(BinaryReader from, string policy)
    {
        var key = PolicyKeys.Of(from.ReadString()) ?? throw new FormatException();
        var (words, number, window) = (Words(from), Number(from), from.ReadString());
        var value = new PolicyValue
        {
            Words = words,
            Number = number,
            Window = PolicyWindow.TryParse(window, out var span) ? span : null,
            Adds = from.ReadBoolean(),
        };
        var scope = Scope(from);
        var severity = from.ReadSByte();
        return new()
        {
            Key = key,
            Value = value,
            Scope = scope,
            Severity = severity < 0 ? null : (Severity)severity,
            Confidence = (Confidence)from.ReadByte(),
            Source = Source(from),
            Rows = Words(from),
            DisagreesWith = Words(from),
            Topic = from.ReadString(),
            Place = Place(from),
            Policy = policy,
        };
    }

    private static void Rule(BinaryWriter to, PolicyRule rule)
    {
        to.Write(rule.Id);
        to.Write(rule.Topic);
        to.Write(rule.When);
        to.Write(rule.Says);
        to.Write(rule.Expected);
        to.Write((byte)rule.Severity);
        to.Write((byte)rule.Confidence);
        Source(to, rule.Source);
        Words(to, rule.Rows);
        Place(to, rule.Place);
        Span(to, rule.Service);
        Span(to, rule.Received);
    }

    private static PolicyRule ReadRule(BinaryReader from) =>
        new(from.ReadString(), from.ReadString(), from.ReadString(), from.ReadString(), from.ReadString(),
            (Severity)from.ReadByte(), (Confidence)from.ReadByte(), Source(from), Words(from), [], Place(from))
        {
            Service = Span(from),
            Received = Span(from),
        };

    private static void Guidance(BinaryWriter to, PolicyGuidance guidance)
    {
        to.Write(guidance.Topic);
        Scope(to, guidance.Scope);
        Words(to, guidance.Rules);
        to.Write(guidance.Says);
        to.Write((byte)guidance.Confidence);
        Source(to, guidance.Source);
        Words(to, guidance.Rows);
        Words(to, guidance.DisagreesWith);
        Place(to, guidance.Place);
    }

    private static PolicyGuidance ReadGuidance(BinaryReader from) =>
        new(from.ReadString(), Scope(from), Words(from), from.ReadString(), (Confidence)from.ReadByte(), Source(from),
            Words(from), Words(from), Place(from));

    private static void Scope(BinaryWriter to, PolicyScope scope)
    {
        to.Write(ReferenceEquals(scope, PolicyScope.Any));
        if (ReferenceEquals(scope, PolicyScope.Any)) return;
        Words(to, scope.Codes);
        Words(to, scope.Claims);
        Words(to, scope.Places);
        Words(to, scope.Bills);
        Words(to, scope.Jurisdictions);
        Words(to, scope.States);
        to.Write(scope.Order);
        Number(to, scope.ChargeFrom);
        Number(to, scope.ChargeBelow);
        Words(to, scope.Drugs);
        to.Write((int)scope.When);
        to.Write((int)scope.WhenNot);
        Span(to, scope.Service);
        Span(to, scope.Received);
    }

    private static PolicyScope Scope(BinaryReader from) => from.ReadBoolean() ? PolicyScope.Any : new()
    {
        Codes = Words(from),
        Claims = Words(from),
        Places = Words(from),
        Bills = Words(from),
        Jurisdictions = Words(from),
        States = Words(from),
        Order = from.ReadString(),
        ChargeFrom = Number(from),
        ChargeBelow = Number(from),
        Drugs = Words(from),
        When = (Situation)from.ReadInt32(),
        WhenNot = (Situation)from.ReadInt32(),
        Service = Span(from),
        Received = Span(from),
    };

    private static void Source(BinaryWriter to, Source source)
    {
        to.Write(source.Title);
        to.Write(source.Section);
        to.Write(source.Url ?? "");
        Day(to, source.Effective);
        Day(to, source.Read);
    }

    private static Source Source(BinaryReader from)
    {
        var (title, section, url) = (from.ReadString(), from.ReadString(), from.ReadString());
        return new(title, section, url.Length == 0 ? null : url, Day(from), Day(from));
    }

    private static void Place(BinaryWriter to, PolicyPlace place)
    {
        to.Write(place.File ?? "");
        to.Write(place.Line);
        to.Write(place.Column);
    }

    private static PolicyPlace Place(BinaryReader from) => new(from.ReadString(), from.ReadInt32(), from.ReadInt32());

    private static void Number(BinaryWriter to, decimal? number)
    {
        to.Write(number is not null);
        if (number is { } some) to.Write(some);
    }

    private static decimal? Number(BinaryReader from) => from.ReadBoolean() ? from.ReadDecimal() : null;

    private static void Day(BinaryWriter to, DateOnly? day) => to.Write(day?.DayNumber ?? -1);

    private static void Span(BinaryWriter to, Days days)
    {
        Day(to, days.From);
        Day(to, days.To);
    }

    private static Days Span(BinaryReader from) => new(Day(from), Day(from));

    private static DateOnly? Day(BinaryReader from) =>
        from.ReadInt32() is >= 0 and var number ? DateOnly.FromDayNumber(number) : null;

    private static void Words(BinaryWriter to, IReadOnlyList<string> words) =>
        List(to, words, static (to, word) => to.Write(word));

    private static List<string> Words(BinaryReader from) => List(from, static from => from.ReadString());

    private static void List<T>(BinaryWriter to, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        to.Write7BitEncodedInt(items.Count);
        foreach (var item in items) write(to, item);
    }

    private static List<T> List<T>(BinaryReader from, Func<BinaryReader, T> read)
    {
        var count = from.Read7BitEncodedInt();
        if (count is < 0 or > 1_000_000) throw new FormatException();
        if (count == 0) return [];
        var items = new List<T>(Math.Min(count, 4096));
        for (var i = 0; i < count; i++) items.Add(read(from));
        return items;
    }
}
