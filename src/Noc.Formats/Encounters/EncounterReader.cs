using System.Text.Json;
using Noc.Claims;
using Noc.Encounters;

namespace Noc.Formats.Encounters;

/// <summary>One encounter out of a JSON object.</summary>
/// <remarks>What is wrong is named and counts as not given; the rest is read.</remarks>
public static class EncounterReader
{
    /// <summary>The schema of encounters that this reads.</summary>
    public const string Schema = "noc.encounter/1";

    // A bare clock time before the start is taken for the next day up to here; beyond it is likely a slip.
    private static readonly TimeSpan LongestNight = TimeSpan.FromHours(12);

    /// <summary>Reads one encounter.</summary>
    /// <param name="element">The JSON value.</param>
    /// <param name="line">Line of its file, from 1; 0 for a file that is one document.</param>
    /// <param name="pointer">JSON pointer to it in the document; empty for the whole.</param>
    public static ReadEncounter Read(JsonElement element, long line = 0, string pointer = "")
    {
        var problems = new List<EncounterProblem>();
        if (element.ValueKind is not JsonValueKind.Object)
        {
            problems.Add(new(line, pointer, "An encounter is a JSON object."));
            return new(line, null, problems);
        }
        var from = new JsonObjectReader(element, pointer, line, problems);
        if (from.Text("schema") is { Length: > 0 } schema && schema != Schema)
            from.Wrong("schema", $"This reads {Schema} only.");
        var id = from.Required("id", "The number of the encounter");
        var first = from.Day("from");
        if (first is null && !problems.Exists(problem => problem.Pointer == $"{pointer}/from"))
            from.Wrong("from", "The first date of service is missing.");
        var last = from.Day("to");
        if (last < first)
        {
            from.Wrong("to", "The last date of service lies before the first.");
            last = null;
        }
        var encounter = id is null || first is not { } day ? null : Whole(from, id, day, last ?? day);
        if (encounter is not null) from.Finish();
        return new(line, encounter, problems);
    }

    private static Encounter Whole(JsonObjectReader from, string id, DateOnly first, DateOnly last)
    {
        var zoneName = from.Text("timeZone");
        var zone = zoneName.Length > 0 ? LocalTimes.ZoneOf(zoneName) : null;
        if (zoneName.Length > 0 && zone is null)
            from.Wrong("timeZone", "This takes an IANA time zone such as America/New_York.");
        var times = new LocalTimes(zone);
        var night = new AfterMidnight(times);
        return new()
        {
            Pointer = from.Pointer,
            Id = id,
            TimeZone = zone is null ? "" : zoneName,
            From = first,
            To = last,
            Claim = Part(from, "claim", Claim) ?? new(),
            Payers = from.List("payers", Payer),
            Patient = Part(from, "patient", Patient) ?? new(),
            Billing = Part(from, "billing", Provider),
            Rendering = Part(from, "rendering", Provider),
            Ordering = Part(from, "ordering", Provider),
            Facility = Part(from, "facility", Provider),
            Diagnoses = Diagnoses(from, first),
            Orders = from.List("orders", Order),
            Administrations = night.Placed(OfOneIdEach(from,
                from.List("administrations", one => Given(one, times, night, first, last))), last),
            Products = from.List("products", Product),
            Authorizations = from.List("authorizations", Authorized),
            Invoices = from.List("invoices", Invoice),
            Attachments = from.List("attachments", Attached),
            Trial = Part(from, "trial", InTrial),
            PriorTherapies = from.List("priorTherapies", Prior),
            Citations = from.Texts("citations"),
        };
    }

    private static T? Part<T>(JsonObjectReader from, string name, Func<JsonObjectReader, T> read)
        where T : class
    {
        if (from.Object(name) is not { } part) return null;
        var value = read(part);
        part.Finish();
        return value;
    }

    private static EncounterClaim Claim(JsonObjectReader from) => new()
    {
        Type = from.Word("type", EncounterWords.ClaimTypes, null),
        PlaceOfService = from.Shaped("placeOfService", "two digits that CMS has assigned, such as 11",
            text => IsDigits(text, 2) && PlacesOfService.IsAssigned(text)),
        BillType = from.Shaped("billType", "a type of bill of two or three digits, such as 131",
            BillType.IsPossible).TrimStart('0'),
        PatientAccount = from.Text("patientAccount"),
        SentOn = from.Day("sentOn"),
        OriginalClaim = from.Text("originalClaim"),
    };

    private static EncounterPayer Payer(JsonObjectReader from) => new()
    {
        Name = from.Text("name"),
        Id = from.Text("id"),
        Filing = from.Text("filing").ToUpperInvariant(),
        Order = from.Word("order", EncounterWords.PayerOrders, "primary"),
    };

    private static EncounterPatient Patient(JsonObjectReader from) => new()
    {
        LastName = from.Text("lastName"),
        FirstName = from.Text("firstName"),
        MemberId = from.Text("memberId"),
        BirthDate = from.Day("birthDate"),
        Sex = from.Shaped("sex", "F, M or U", text => text is "F" or "M" or "U"),
        State = State(from),
        WeightKg = from.Number("weightKg", mayBeZero: false),
    };

    private static EncounterProvider Provider(JsonObjectReader from) => new()
    {
        Name = from.Text("name"),
        Npi = from.Shaped("npi", "ten digits", text => IsDigits(text, 10)),
        Taxonomy = from.Text("taxonomy").ToUpperInvariant(),
        State = State(from),
        Zip = from.Shaped("zip", "five or nine digits", text => IsDigits(text, 5) || IsDigits(text, 9)),
    };

    private static DrugOrder? Order(JsonObjectReader from)
    {
        var drug = from.Required("drug", "The name of the drug");
        return drug is null ? null : new()
        {
            Pointer = from.Pointer,
            Id = from.Text("id"),
            Drug = drug,
            Dose = from.Amount("dose"),
            DosePerKg = from.Amount("dosePerKg"),
            Route = from.Text("route").ToUpperInvariant(),
            OrderedOn = from.Day("orderedOn"),
            SignedOn = from.Day("signedOn"),
            From = from.Day("from"),
            To = from.Day("to"),
            Signer = from.Text("signer"),
        };
    }

    private static Administration? Given(
        JsonObjectReader from, LocalTimes times, AfterMidnight night, DateOnly first, DateOnly last)
    {
        var drug = from.Required("drug", "The name of the drug");
        var day = from.Day("date");
        if (day < first || day > last)
        {
            from.Wrong("date", "This day lies outside the encounter.");
            day = null;
        }
        var start = Time(from, times, "start", day ?? first, null);
        if (start is { } told && DateOnly.FromDateTime(told.DateTime) is var startDay
            && (startDay < first || startDay > last.AddDays(1)))
        {
            from.Wrong("start", "This day lies outside the encounter.");
            start = null;
        }
        var stop = Time(from, times, "stop", start is { } begun ? DateOnly.FromDateTime(begun.DateTime) : day ?? first,
            start);
        var method = from.Word("method", EncounterWords.Methods, AdministrationMethod.Other);
        if (stop < start)
        {
            from.Wrong("stop", "This lies before the start.");
            stop = null;
        }
        else if (stop - start > LongestNight && method is not AdministrationMethod.ProlongedPump
            && LocalTimes.IsClock(from.Text("stop")))
        {
            from.Wrong("stop", "This lies before the start; on the next day it would be more than twelve hours later. "
                + "Correct it, or write it with its day, such as 2026-03-11T08:50.");
            stop = null;
        }
        else if (stop - start > TimeSpan.FromDays(7))
        {
            from.Wrong("stop", "This lies more than seven days behind the start.");
            stop = null;
        }
        if (day is null) night.Note(from.Pointer, from.Text("start"), from.Text("stop"));
        var dose = from.AmountOrContainers("dose");
        return drug is null ? null : new()
        {
            Pointer = from.Pointer,
            Id = from.Text("id"),
            Order = from.Text("order"),
            Drug = drug,
            Ndc = from.Ndc("ndc"),
            Dose = dose.Drug,
            DoseInContainers = dose.Containers,
            Discarded = from.Amount("discarded"),
            Route = from.Text("route").ToUpperInvariant(),
            Site = from.Text("site"),
            Method = method,
            Category = from.Word("category", EncounterWords.Categories, AdministrationCategory.Unknown),
            Access = from.Text("access"),
            Bag = from.Text("bag"),
            Visit = from.Text("visit"),
            Start = start,
            Stop = stop,
            Day = day ?? (start is { } known ? DateOnly.FromDateTime(known.DateTime) : first),
            IsPrimaryReason = from.Flag("primaryReason") ?? false,
            Containers = from.List("containers", Opened),
            IsFree = from.Flag("free") ?? false,
            IsDiscounted340B = from.Flag("discounted340B") ?? false,
            ChargeUsd = from.Dollars("chargeUsd"),
            IsOffLabel = from.Flag("offLabel") ?? false,
            IsCompounded = from.Flag("compounded") ?? false,
        };
    }

    private static DateTimeOffset? Time(
        JsonObjectReader from, LocalTimes times, string name, DateOnly day, DateTimeOffset? after)
    {
        var text = from.Text(name);
        if (text.Length == 0) return null;
        var time = times.Read(text, day, after, out var problem);
        if (problem is not null) from.Wrong(name, problem);
        return time;
    }

    // An id stands for one administration: two of them may be one that was sent twice. So may two without ids that say
    // the same to the minute.
    private static IReadOnlyList<Administration> OfOneIdEach(
        JsonObjectReader from, IReadOnlyList<Administration> given)
    {
        if (given.Count < 2) return given;
        var known = new HashSet<string>(StringComparer.Ordinal);
        var told = new HashSet<Administration>();
        foreach (var one in given)
            if (one.Id.Length > 0 && !known.Add(one.Id))
                from.Wrong($"{one.Pointer[(from.Pointer.Length + 1)..]}/id",
                    "Another administration has this id. Take one off where it was sent twice, else give it its own.");
            else if (one.Id.Length == 0 && one.Start is not null
                && !told.Add(one with { Pointer = "", Drug = one.Drug.ToUpperInvariant(), Containers = [] }))
                from.Wrong(one.Pointer[(from.Pointer.Length + 1)..],
                    "Another administration says the same to the minute. Take one off where it was sent twice, else "
                    + "give each an id.");
        return given;
    }

    // Codes that no list of ICD-10-CM could hold; what lies before its first day is of another list.
    private static List<string> Diagnoses(JsonObjectReader from, DateOnly first)
    {
        var codes = new List<string>();
        var number = -1;
        foreach (var text in from.Texts("diagnoses"))
        {
            number++;
            var code = text.Replace(".", "", StringComparison.Ordinal).Trim().ToUpperInvariant();
            if (first >= new DateOnly(2015, 10, 1) && !(code is [>= 'A' and <= 'Z', >= '0' and <= '9', _, ..]
                && code.Length <= 7 && code.All(char.IsAsciiLetterOrDigit)))
                from.Wrong($"diagnoses/{number}", "This is no code of ICD-10-CM, such as G43.709.");
            else codes.Add(code);
        }
        return codes;
    }

    private static Container Opened(JsonObjectReader from)
    {
        var count = from.Has("count") ? from.Number("count", mayBeZero: false) ?? 0 : 1;
        if (count != decimal.Truncate(count) || count > 10_000)
        {
            from.Wrong("count", "This takes a whole number of containers, 10,000 at most.");
            count = 0;
        }
        var holds = from.Amount("holds");
        if (holds is { IsNone: false, Value: 0 })
        {
            from.Wrong("holds", "A container that holds nothing cannot be.");
            holds = default;
        }
        return new()
        {
            Ndc = from.Ndc("ndc"),
            Count = (int)count,
            Holds = holds,
            Lot = from.Text("lot"),
            Expires = from.Day("expires"),
            IsSingleDose = from.Flag("singleDose"),
        };
    }

    private static ProductFacts? Product(JsonObjectReader from)
    {
        var name = from.Required("name", "The name of the product");
        return name is null ? null : new()
        {
            Pointer = from.Pointer,
            Ndc = from.Ndc("ndc"),
            Name = name,
            Ingredient = from.Text("ingredient"),
            Strength = from.Text("strength"),
            Labeler = from.Text("labeler"),
            Pathway = from.Text("pathway").ToUpperInvariant(),
            Application = from.Text("application"),
            ApprovedOn = from.Day("approvedOn"),
            Indications = from.Text("indications"),
        };
    }

    private static Authorization? Authorized(JsonObjectReader from)
    {
        var number = from.Required("number", "The number of the authorization");
        return number is null ? null : new()
        {
            Pointer = from.Pointer,
            Number = number,
            Drug = from.Text("drug"),
            Code = from.Code("code"),
            From = from.Day("from"),
            To = from.Day("to"),
            Units = from.Number("units"),
            UnitsUsed = from.Number("unitsUsed"),
            LimitUsd = from.Number("limitUsd"),
        };
    }

    private static InvoiceLine Invoice(JsonObjectReader from) => new()
    {
        Pointer = from.Pointer,
        Number = from.Text("number"),
        Date = from.Day("date"),
        Drug = from.Text("drug"),
        Ndc = from.Ndc("ndc"),
        Lot = from.Text("lot"),
        Quantity = from.Number("quantity", mayBeZero: false) ?? 1,
        UnitCostUsd = from.Number("unitCostUsd"),
        DiscountUsd = from.Number("discountUsd") ?? 0,
    };

    private static Attachment Attached(JsonObjectReader from) => new()
    {
        Pointer = from.Pointer,
        Kind = from.Word("kind", EncounterWords.AttachmentKinds, "other"),
        Date = from.Day("date"),
        Control = from.Text("control"),
    };

    private static Trial InTrial(JsonObjectReader from)
    {
        var number = from.Shaped("registry", "a registry number such as NCT01234567",
            text => IsDigits(text.Replace("NCT", "", StringComparison.Ordinal), 8));
        return new()
        {
            Pointer = from.Pointer,
            Registry = number.Replace("NCT", "", StringComparison.Ordinal),
            IsDrugFree = from.Flag("drugFree"),
        };
    }

    private static PriorTherapy? Prior(JsonObjectReader from)
    {
        var drug = from.Required("drug", "The name of the drug");
        return drug is null ? null : new()
        {
            Pointer = from.Pointer,
            Drug = drug,
            From = from.Day("from"),
            To = from.Day("to"),
            Outcome = from.Text("outcome"),
        };
    }

    private static string State(JsonObjectReader from) => from.Shaped("state", "two letters",
        text => text.Length == 2 && text.All(char.IsAsciiLetter));

    private static bool IsDigits(string text, int count) => text.Length == count && text.All(char.IsAsciiDigit);
}
