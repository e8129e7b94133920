using Noc.Payers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Noc.Reference.Policies;

/// <summary>A value of a YAML file with its place: a text, a list or a map.</summary>
internal sealed class YamlNode
{
    private YamlNode(PolicyPlace place) => Place = place;

    /// <summary>Where it stands.</summary>
    public PolicyPlace Place { get; }

    // Where the text begins behind the place: behind the quote; null for a text folded over lines.
    private int? TextStart { get; init; }

    /// <summary>The place of a character of the text, from 1; that of the value where it is folded over lines.
    /// </summary>
    public PolicyPlace PlaceOf(int column) =>
        TextStart is { } start ? Place with { Column = Place.Column + start + column - 1 } : Place;

    /// <summary>The text; null for lists and maps.</summary>
    public string? Text { get; private init; }

    /// <summary>The parts of a list; null for others.</summary>
    public List<YamlNode>? Items { get; private init; }

    /// <summary>The pairs of a map, in order; null for others.</summary>
    public List<(YamlNode Key, YamlNode Value)>? Pairs { get; private init; }

    /// <summary>The value of a key; null where it is left out.</summary>
    public YamlNode? this[string key] => Pairs?.Find(pair => pair.Key.Text == key).Value;

    /// <summary>Reads a file of one document. Anchors, tags and keys that stand twice are refused.</summary>
    /// <exception cref="PolicyException">The text is no YAML of this kind; says where.</exception>
    public static YamlNode Parse(string file, string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _)) throw Wrong(new(file, 1, 1), "the file is empty");
            parser.Consume<DocumentStart>();
            var nodes = 0;
            var root = Read(parser, file, 0, ref nodes);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
                throw Wrong(PlaceOf(file, parser.Current!), "the file holds more than one document");
            return root;
        }
        catch (YamlException fault)
        {
            throw NoYaml(file, text, new(file, (int)fault.Start.Line, (int)fault.Start.Column));
        }
        // What the reader of YAML throws where braces or quotes do not close: the place is that of what it read last.
        catch (InvalidOperationException)
        {
            throw NoYaml(file, text, parser.Current is { } last ? PlaceOf(file, last) : new(file, 1, 1));
        }
    }

    private static PolicyException NoYaml(string file, string text, PolicyPlace place) => TabIn(file, text)
        ?? Wrong(place, "this is no YAML; check quotes, colons, braces and how far lines are indented");

    // YAML takes no tab in front of a line, and says so at the wrong place.
    private static PolicyException? TabIn(string file, string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var (end, tab) = (line.IndexOfAnyExcept(' ', '\t'), line.IndexOf('\t'));
            if (tab >= 0 && tab < end)
                return Wrong(new(file, number, tab + 1), "a tab stands in front of the line; indent with spaces");
        }
        return null;
    }

    private static YamlNode Read(IParser parser, string file, int depth, ref int nodes)
    {
        var at = parser.Current is { } current ? PlaceOf(file, current) : new(file, 1, 1);
        if (depth > PolicyLimits.Depth) throw Wrong(at, $"lists and maps stand more than {PolicyLimits.Depth} deep");
        if (++nodes > PolicyLimits.Nodes) throw Wrong(at, $"the file has more than {PolicyLimits.Nodes} values");
        switch (parser.Current)
        {
            case AnchorAlias:
                throw Wrong(at, "references (*name) are not taken; write the value again");
            case NodeEvent { Anchor.IsEmpty: false }:
                throw Wrong(at, "anchors (&name) are not taken; write the value again");
            case NodeEvent { Tag.IsEmpty: false }:
                throw Wrong(at, "tags (!name) are not taken");
            case Scalar scalar:
                parser.MoveNext();
                return scalar.Value.Length <= PolicyLimits.TextLength
                    ? new(at) { Text = scalar.Value, TextStart = StartOf(scalar) }
                    : throw Wrong(at, $"a text has more than {PolicyLimits.TextLength} characters");
            case SequenceStart:
                parser.MoveNext();
                var items = new List<YamlNode>();
                while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Read(parser, file, depth + 1, ref nodes));
                return new(at) { Items = items };
            case MappingStart:
                parser.MoveNext();
                return new(at) { Pairs = Map(parser, file, depth, ref nodes) };
            default:
                throw Wrong(at, "a value is missing");
        }
    }

    private static int? StartOf(Scalar scalar) => scalar.Style switch
    {
        _ when scalar.Start.Line != scalar.End.Line => null,
        ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => 1,
        ScalarStyle.Plain => 0,
        _ => null,
    };

    private static List<(YamlNode, YamlNode)> Map(IParser parser, string file, int depth, ref int nodes)
    {
        var pairs = new List<(YamlNode, YamlNode)>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Read(parser, file, depth + 1, ref nodes);
            if (key.Text is null) throw Wrong(key.Place, "a key must be a word");
            if (!known.Add(key.Text)) throw Wrong(key.Place, $"the key {key.Text} stands twice");
            pairs.Add((key, Read(parser, file, depth + 1, ref nodes)));
        }
        return pairs;
    }

    private static PolicyPlace PlaceOf(string file, ParsingEvent at) =>
        new(file, (int)at.Start.Line, (int)at.Start.Column);

    private static PolicyException Wrong(PolicyPlace place, string message) => new(new(place, message));
}
