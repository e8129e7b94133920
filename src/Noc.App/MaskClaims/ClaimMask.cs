using System.Text;
using Noc.X12;

namespace Noc.App.MaskClaims;

/// <summary>Finds the patient details of an 837 file and says what stands there instead, byte for byte.</summary>
/// <remarks>Every replacement has the length of what it replaces: no count and no offset changes. The edits come as
/// the file is read, in its order.</remarks>
internal sealed class ClaimMask(Pseudonyms pseudonyms)
{
    private const int MaxFiller = 2;           // a line break between segments
    private const int GapBytes = 1 << 16;
    private const int OldestAge = 89;          // as HIPAA's safe harbour keeps the years of birth

    // Of whoever they are: numbers of claims, authorizations, records, prescriptions and people.
    private static readonly uint[] PersonalReferences =
    [
        .. new[]
        {
            "D9", "EA", "F8", "G1", "SY", "Y4", "1W", "IG", "23", "6P", "6R", "XZ", "9A", "9B", "9C", "9D", "9F", "1L",
            "F4", "F5", "28", "49", "A6", "ABB", "HJ", "N6", "SSN", "MRN",
        }.Select(qualifier => Pack(Encoding.ASCII.GetBytes(qualifier))),
    ];

    private readonly KnownPeople _people = new(pseudonyms);
    private readonly List<SegmentEdit> _edits = [];
    private readonly byte[] _blanks = MakeBlanks();
    private int _level, _oldest = 1900, _bytesPerCharacter = 1;
    private bool _isPerson, _isPlace;

    /// <summary>True where UTF-16 has its high byte first.</summary>
    public bool IsBigEndian { get; init; }

    /// <summary>How many claims were read.</summary>
    public long Claims { get; private set; }

    /// <summary>How many values were replaced.</summary>
    public long Values { get; private set; }

    /// <summary>Bytes that belong to no segment and were made blank.</summary>
    public long Blanked { get; private set; }

    /// <summary>The first kind of transaction that holds no claims, which is not masked; empty where all do.</summary>
    public string Foreign { get; private set; } = "";

    /// <summary>True once an ISA segment was found.</summary>
    public bool SawClaims { get; private set; }

    /// <summary>The edits of a file, in its order. Ends early where <see cref="Foreign"/> is set.</summary>
    /// <param name="stream">The file from its first byte on.</param>
    /// <param name="cancel">Stops between two segments.</param>
    public IEnumerable<SegmentEdit> Edits(Stream stream, CancellationToken cancel)
    {
        var reader = new X12Reader(stream);
        long at = 0;
        while (reader.Read())
        {
            cancel.ThrowIfCancellationRequested();
            _bytesPerCharacter = reader.BytesPerCharacter;
            if (reader.InTransaction && reader.TransactionSetId is not "837")
            {
                Foreign = reader.TransactionSetId.Length > 0 ? reader.TransactionSetId : "unknown";
                yield break;
            }
            var (offset, end) = Extent(reader.Current);
            foreach (var edit in Gap(at, offset)) yield return edit;
            _edits.Clear();
            Take(reader.Current);
            foreach (var edit in _edits)
            {
                // An interchange inside of one that was cut off is read again from its own beginning.
                if (edit.Offset < at) continue;
                Values++;
                yield return edit;
                at = edit.Offset + edit.Length;
            }
            at = Math.Max(at, end);
        }
        // Behind the last whole segment may stand half of one, with half a name in it.
        foreach (var edit in Gap(at, reader.BytesRead)) yield return edit;
    }

    private (long Offset, long End) Extent(in Segment segment) =>
        (segment.Offset, segment.Offset + ((long)(segment.End - segment.BufferStart) * _bytesPerCharacter));

    private IEnumerable<SegmentEdit> Gap(long from, long to)
    {
        // A byte order mark, and the line breaks of vendors.
        if (from == 0 || to - from <= MaxFiller * _bytesPerCharacter) yield break;
        Blanked += to - from;
        while (from < to)
        {
            var length = Math.Min(to - from, GapBytes);
            yield return new(from, length, Wide(_blanks.AsSpan(0, (int)(length / _bytesPerCharacter))));
            from += length;
        }
    }

    private void Take(in Segment segment)
    {
        switch (segment.Tag)
        {
            case Tag.ISA: StartInterchange(segment); break;
            case Tag.HL: StartLevel(segment); break;
            case Tag.CLM: StartClaim(segment); break;
            case Tag.NM1: StartParty(segment); break;
            case Tag.REF: TakeReference(segment); break;
            case Tag.NTE: Text(segment, 2, 0); break;
            case Tag.SV1: Text(segment, 1, 7); break;
            case Tag.SV2: Text(segment, 2, 7); break;
            case 0: TakeUnknown(segment); break;
            default: TakeNamed(segment, Tag.Name(segment.Tag)); break;
        }
    }

    private void TakeNamed(in Segment segment, string tag)
    {
        switch (tag)
        {
            case "ST" or "LX":
                _isPerson = _isPlace = false;
                if (tag == "ST") _people.Forget(0);
                break;
            case "SBR":
                (_isPerson, _isPlace) = (false, false);
                Replace(segment, 3, MaskKind.Id);
                Replace(segment, 4, MaskKind.Name);
                break;
            case "N2" when _isPerson:
                Replace(segment, 1, MaskKind.Name);
                Replace(segment, 2, MaskKind.Name);
                break;
            case "N3" when _isPerson || _isPlace:
                Replace(segment, 1, MaskKind.Street);
                Replace(segment, 2, MaskKind.Street);
                break;
            case "N4" when _isPerson || _isPlace:
                Replace(segment, 1, MaskKind.Name);
                Replace(segment, 3, MaskKind.Zip);
                break;
            case "PER" when _isPerson:
                Replace(segment, 2, MaskKind.Name);
                for (var element = 4; element <= 8; element += 2) Replace(segment, element, MaskKind.Contact);
                break;
            case "DMG": Date(segment, 2, _oldest); break;
            case "PAT": Date(segment, 6, 0); break;
            case "PWK":
                Replace(segment, 6, MaskKind.Id);
                Text(segment, 7, 0);
                break;
            case "K3": Text(segment, 1, 0); break;
            case "FRM": Text(segment, 3, 0); break;
            case "CR1":
                Text(segment, 9, 0);
                Text(segment, 10, 0);
                break;
            case "SV3": Text(segment, 1, 7); break;
        }
    }

    // ISA09 is the day of the file: who was older than 89 then is not older here.
    private void StartInterchange(in Segment segment)
    {
        var day = segment[9];
        SawClaims = true;
        if (day.Length == 6 && int.TryParse(day[..2], out var year)) _oldest = 2000 + year - OldestAge;
        _people.Forget(0);
        (_isPerson, _isPlace) = (false, false);
    }

    private void StartLevel(in Segment segment)
    {
        (_isPerson, _isPlace) = (false, false);
        _level = segment[3].SequenceEqual("23"u8) ? 1 : 0;
        _people.Forget(_level);
    }

    private void StartClaim(in Segment segment)
    {
        Claims++;
        (_isPerson, _isPlace, _level) = (false, false, 2);
        _people.Forget(2);
        _people.AddNumber(2, segment[1]);
        Replace(segment, 1, MaskKind.Id);
    }

    // The insured, the patient, who answers for the patient, the insured as corrected; and the ends of a ride.
    private void StartParty(in Segment segment)
    {
        var who = segment[1];
        _isPerson = who.SequenceEqual("IL"u8) || who.SequenceEqual("QC"u8) || who.SequenceEqual("QD"u8)
            || who.SequenceEqual("74"u8) || who.SequenceEqual("03"u8) || who.SequenceEqual("S1"u8);
        _isPlace = who.SequenceEqual("PW"u8) || who.SequenceEqual("45"u8);
        if (!_isPerson) return;
        for (var element = 3; element <= 5; element++)
        {
            if (element < 5) _people.AddName(_level, segment[element]);
            Replace(segment, element, MaskKind.Name);
        }
        _people.AddNumber(_level, segment[9]);
        Replace(segment, 9, MaskKind.Id);
    }

    private void TakeReference(in Segment segment)
    {
        if (Array.IndexOf(PersonalReferences, Pack(segment[1])) < 0) return;
        Replace(segment, 2, MaskKind.Id);
        Text(segment, 3, 0);
    }

    // No segment of any guide: it may be the rest of one that was torn, so no letter of it stays.
    private void TakeUnknown(in Segment segment)
    {
        for (var element = 1; element <= segment.Count; element++) Replace(segment, element, MaskKind.Id);
    }

    private void Date(in Segment segment, int element, int oldest)
    {
        var value = segment[element].Trim((byte)' ');
        if (value.IsEmpty) return;
        var masked = pseudonyms.OfDate(value, oldest);
        _people.AddBirth(_level, value, masked);
        Add(segment, segment.Start(element) + LeadingBlanks(segment[element]), masked);
    }

    private void Text(in Segment segment, int element, int component)
    {
        var (start, length) = component == 0 ? (segment.Start(element), segment[element].Length)
            : segment.ComponentRange(element, component);
        if (_people.Mask(segment.Buffer.AsSpan(start, length)) is { } masked) Add(segment, start, masked);
    }

    private void Replace(in Segment segment, int element, MaskKind kind)
    {
        var value = segment[element];
        var lead = LeadingBlanks(value);
        value = value.Trim((byte)' ');
        if (!value.IsEmpty) Add(segment, segment.Start(element) + lead, pseudonyms.Of(kind, value));
    }

    private void Add(in Segment segment, int start, byte[] masked)
    {
        var offset = segment.Offset + ((long)(start - segment.BufferStart) * _bytesPerCharacter);
        _edits.Add(new(offset, (long)masked.Length * _bytesPerCharacter, Wide(masked)));
    }

    private ReadOnlyMemory<byte> Wide(ReadOnlySpan<byte> narrow)
    {
        if (_bytesPerCharacter == 1) return narrow.ToArray();
        var wide = new byte[narrow.Length * 2];
        for (var i = 0; i < narrow.Length; i++) wide[(2 * i) + (IsBigEndian ? 1 : 0)] = narrow[i];
        return wide;
    }

    private static int LeadingBlanks(ReadOnlySpan<byte> value)
    {
        var count = 0;
        while (count < value.Length && value[count] == (byte)' ') count++;
        return count;
    }

    private static uint Pack(ReadOnlySpan<byte> qualifier)
    {
        uint packed = 0;
        if (qualifier.Length > 3) return 0;
        foreach (var b in qualifier) packed = (packed << 8) | b;
        return packed;
    }

    private static byte[] MakeBlanks()
    {
        var blanks = new byte[GapBytes];
        Array.Fill(blanks, (byte)' ');
        return blanks;
    }
}
