using Noc.Drugs;

namespace Noc.Coding;

/// <summary>Cuts a claim that is larger than its payer takes.</summary>
/// <remarks>Administration stays on the first claim, a drug is cut only where no claim holds it whole; later drug lines
/// carry the payer's modifier, and every text says which part it is. Lines of an unclassified code keep one unit each,
/// with the dose of their own claim. No two claims have the same total, or the second looks like a duplicate. Sources:
/// payer rules of Noridian, First Coast and the Part B companion guide (coding guide, claim_limit).</remarks>
internal static class ClaimSplit
{
    private const int MostParts = 99;

    private const decimal Cent = 0.01m;

    /// <summary>The parts, each with its lines; one part where the claim is small enough or has no charge.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="limitUsd">The highest total; null for none.</param>
    /// <param name="modifier">Modifier of later drug lines; empty for none.</param>
    /// <param name="mostLines">The most lines that a claim may have.</param>
    public static List<List<LineDraft>> Of(
        List<LineDraft> lines, decimal? limitUsd, string modifier, int mostLines = int.MaxValue)
    {
        List<List<LineDraft>> parts = [.. (ByCharge(lines, limitUsd) ?? [lines]).SelectMany(
            part => ByCount(part, mostLines))];
        for (var i = 1; i < parts.Count; i++) parts[i] = parts[i].ConvertAll(one => Later(one, modifier));
        return parts;
    }

    private static List<List<LineDraft>>? ByCharge(List<LineDraft> lines, decimal? limitUsd)
    {
        if (limitUsd is not (> 0 and var limit) || lines.Exists(IsOpen)) return null;
        var total = lines.Sum(one => one.Line.ChargeUsd ?? 0);
        if (total <= limit) return null;
        for (var parts = decimal.Ceiling(total / limit); parts <= MostParts; parts++)
            if ((Whole(lines, limit, (int)parts) ?? Cut(lines, total, limit, (int)parts)) is { } cut) return cut;
        return null;
    }

    // A drug with its waste stays on one claim; administrations stay on the first.
    private static List<List<LineDraft>> ByCount(List<LineDraft> lines, int most)
    {
        if (lines.Count <= most) return [lines];
        var parts = new List<List<LineDraft>> { new() };
        foreach (var group in Groups([.. lines.OrderBy(one => one.Line.Kind is not CodedLineKind.Administration)]))
        {
            if (parts[^1].Count + group.Count > most) parts.Add([]);
            parts[^1].AddRange(group);
        }
        return parts;
    }

    // The dearest first, each with its waste onto the first claim that has room; null where one has to be cut, or two
    // claims would come to the same.
    private static List<List<LineDraft>>? Whole(List<LineDraft> lines, decimal limit, int parts)
    {
        var cut = Enumerable.Range(0, parts).Select(_ => new List<LineDraft>()).ToList();
        cut[0].AddRange(lines.Where(one => one.Line.Kind is CodedLineKind.Administration));
        var drugs = lines.FindAll(one => one.Line.Kind is not CodedLineKind.Administration);
        foreach (var group in Groups(drugs).OrderByDescending(TotalOf))
        {
            if (cut.Find(part => TotalOf(part) + TotalOf(group) <= limit) is not { } part) return null;
            part.AddRange(group);
        }
        return cut.Exists(part => part.Count == 0) || cut.DistinctBy(TotalOf).Count() < parts ? null : cut;
    }

    private static decimal TotalOf(List<LineDraft> lines) => lines.Sum(one => one.Line.ChargeUsd ?? 0);

    // Waste stands behind its dose.
    private static List<List<LineDraft>> Groups(List<LineDraft> lines)
    {
        var groups = new List<List<LineDraft>>(lines.Count);
        foreach (var draft in lines)
        {
            if (draft.Line.Kind is CodedLineKind.Waste && groups.Count > 0) groups[^1].Add(draft);
            else groups.Add([draft]);
        }
        return groups;
    }

    // An administration without a charge is small; a drug without one may be anything.
    private static bool IsOpen(LineDraft one) =>
        one.Line.ChargeUsd is null && one.Line.Kind is not CodedLineKind.Administration;

    private static List<List<LineDraft>>? Cut(List<LineDraft> lines, decimal total, decimal limit, int parts)
    {
        var queue = new Queue<LineDraft>(InOrder(lines));
        var cut = new List<List<LineDraft>>(parts);
        var share = Rounding.Cents(total / parts);
        LineDraft? now = queue.Dequeue();
        for (var part = 0; part < parts; part++)
        {
            var room = part == parts - 1 ? limit : Math.Min(limit, share + (Cent * (parts - 1 - part)));
            var most = limit;
            var held = new List<LineDraft>();
            while (now is not null && Takes(now, queue, held, room, most))
            {
                room -= now.Line.ChargeUsd ?? 0;
                most -= now.Line.ChargeUsd ?? 0;
                held.Add(now);
                now = queue.Count > 0 ? queue.Dequeue() : null;
            }
            if (now is not null && part < parts - 1 && room > 0
                && (OfContainers(now, Math.Min(room, now.Line.ChargeUsd ?? 0), parts - 1 - part)
                    ?? OfContainers(now, Math.Min(most, OneContainer(now)), parts - 1 - part)
                    ?? Piece(now, room)) is var (piece, rest))
            {
                held.Add(UsedUp(piece));
                now = rest;
            }
            if (held.Count == 0) return null;
            cut.Add(held);
        }
        return now is null ? Apart(cut, limit) : null;
    }

    // The rest of a container and its waste stay on one claim where a claim holds them.
    private static bool Takes(
        LineDraft now, Queue<LineDraft> queue, List<LineDraft> held, decimal room, decimal most)
    {
        var charge = now.Line.ChargeUsd ?? 0;
        if (now.Line.Kind is CodedLineKind.Waste && held is [.., { Line.Kind: CodedLineKind.Drug }])
            return charge <= most;
        if (charge > room) return false;
        return now.Line.Kind is not CodedLineKind.Drug || !queue.TryPeek(out var next)
            || next.Line.Kind is not CodedLineKind.Waste || charge + (next.Line.ChargeUsd ?? 0) <= most
            || (held.Count == 0 && OfContainers(now, charge, 0) is null);
    }

    // Cents go from one piece of a drug to another until no two claims have the same total.
    private static List<List<LineDraft>> Apart(List<List<LineDraft>> cut, decimal limit)
    {
        for (var cents = Cent; cents < cut.Count; cents += Cent)
        {
            var totals = cut.ConvertAll(TotalOf);
            if (totals.Distinct().Count() == totals.Count) break;
            for (var i = 0; i < cut.Count; i++)
            {
                var twin = totals.IndexOf(totals[i], i + 1);
                if (twin < 0 || totals[i] + cents > limit || totals.Contains(totals[i] + cents)
                    || totals.Contains(totals[i] - cents)) continue;
                var (to, from) = (Dearest(cut[i]), Dearest(cut[twin]));
                if (to < 0 || from < 0 || !IsOneDrug(cut[i][to].Line, cut[twin][from].Line)) continue;
                cut[i][to] = Charged(cut[i][to], cents);
                cut[twin][from] = Charged(cut[twin][from], -cents);
                totals = cut.ConvertAll(TotalOf);
            }
        }
        return cut;
    }

    private static int Dearest(List<LineDraft> part)
    {
        var best = -1;
        for (var i = 0; i < part.Count; i++)
            if (part[i].Line.Kind is not CodedLineKind.Administration
                && (best < 0 || part[i].Line.ChargeUsd > part[best].Line.ChargeUsd)) best = i;
        return best;
    }

    private static bool IsOneDrug(CodedLine a, CodedLine b) =>
        (a.Code, a.Ndc, a.Drug) == (b.Code, b.Ndc, b.Drug);

    private static LineDraft Charged(LineDraft draft, decimal more) =>
        draft with { Line = draft.Line with { ChargeUsd = draft.Line.ChargeUsd + more } };

    // What stays whole comes first; the dearest drug is cut last. Waste stands behind its dose: earlier parts are out
    // of containers that were used up, the last one holds what was thrown away.
    private static IEnumerable<LineDraft> InOrder(List<LineDraft> lines) => Groups(lines)
        .OrderBy(group => group[0].Line.Kind is not CodedLineKind.Administration)
        .ThenBy(group => group[0].Line.Kind is CodedLineKind.Administration ? 0 : TotalOf(group))
        .SelectMany(group => group);

    // The charge of one container with the cents that keep claims apart; zero where containers are not known.
    private static decimal OneContainer(LineDraft draft) => draft.PerContainer > 0 && !draft.Line.Amount.IsNone
        && draft.Line.Amount.Value > 0
            ? Rounding.Cents(((draft.Line.ChargeUsd ?? 0) * draft.PerContainer / draft.Line.Amount.Value) + Cent) : 0;

    private static LineDraft UsedUp(LineDraft draft) => !draft.HasJzIfUsedUp || draft.Line.Has("JZ") ? draft
        : draft with
        {
            Line = draft.Line with
            {
                Modifiers = [new("JZ", "nothing of this part was thrown away"), .. draft.Line.Modifiers],
            },
        };

    // Whole containers, so that what a claim says was used up was; null where not even one is paid for. Where all
    // claims would come to the same, the cents keep them apart.
    private static (LineDraft Cut, LineDraft Left)? OfContainers(LineDraft draft, decimal charge, int cents)
    {
        var line = draft.Line;
        if (draft.PerContainer <= 0 || line.Kind is not CodedLineKind.Drug || line.Amount.IsNone
            || line.Amount.Value <= draft.PerContainer || line.ChargeUsd is not { } all || all <= 0) return null;
        var amount = decimal.Floor(line.Amount.Value * charge / all / draft.PerContainer) * draft.PerContainer;
        if (amount <= 0 || amount >= line.Amount.Value) return null;
        var portion = amount / line.Amount.Value;
        var units = line.IsUnclassified ? line.Units : Rounding.Whole((line.Units ?? 0) * portion);
        if (!line.IsUnclassified && (units < 1 || units >= line.Units)) return null;
        var share = Math.Min(charge, Rounding.Cents(all * portion) + (Cent * cents));
        return (With(draft, portion, units, share),
            With(draft, 1 - portion, line.IsUnclassified ? units : line.Units - units, all - share, draft, portion));
    }

    // As much of a line as a charge pays for, and the rest; null where it cannot be cut there.
    private static (LineDraft Cut, LineDraft Left)? Piece(LineDraft draft, decimal charge)
    {
        var line = draft.Line;
        if (line.Kind is CodedLineKind.Administration || line.ChargeUsd is not > 0) return null;
        var portion = charge / line.ChargeUsd.Value;
        if (!line.IsUnclassified)
        {
            var units = decimal.Floor((line.Units ?? 0) * portion);
            if (units < 1 || units >= line.Units) return null;
            portion = units / line.Units!.Value;
            charge = Rounding.CentsDown(line.ChargeUsd.Value * portion);
            return (With(draft, portion, units, charge),
                With(draft, 1 - portion, line.Units.Value - units, line.ChargeUsd.Value - charge, of: draft, portion));
        }
        return (With(draft, portion, line.Units, charge),
            With(draft, 1 - portion, line.Units, line.ChargeUsd.Value - charge, of: draft, portion));
    }

    // The rest is what the piece leaves, so amounts and quantities add up exactly.
    private static LineDraft With(
        LineDraft draft, decimal portion, decimal? units, decimal charge, LineDraft? of = null, decimal taken = 0)
    {
        var line = draft.Line;
        var amount = Share(line.Amount, of is null ? portion : taken, of is not null);
        var quantity = line.NdcQuantity is { } all
            ? of is null ? Rounding.Amount(all * portion) : all - Rounding.Amount(all * taken)
            : (decimal?)null;
        return draft with
        {
            Line = line with
            {
                Units = units,
                UnitsReason = line.IsUnclassified ? line.UnitsReason
                    : Texts.Of($"{units:0.###} of {line.Units:0.###} units: {line.UnitsReason}"),
                Amount = amount,
                NdcQuantity = quantity,
                NdcReason = line.NdcReason.Length > 0 ? $"part of {line.NdcReason}" : "",
                ChargeUsd = charge,
                ChargeReason = $"{line.ChargeReason}, split".TrimStart(',', ' '),
            },
            Facts = draft.Facts is { } facts && line.Kind is CodedLineKind.Drug
                ? facts with { Dose = amount, NdcQuantity = quantity, Containers = null } : draft.Facts,
        };
    }

    private static Amount Share(Amount amount, decimal portion, bool isRest)
    {
        if (amount.IsNone) return amount;
        var part = Rounding.Amount(amount.Value * portion);
        return new(isRest ? amount.Value - part : part, amount.Unit);
    }

    private static LineDraft Later(LineDraft draft, string modifier)
    {
        var line = draft.Line;
        if (modifier.Length != 2 || line.Kind is CodedLineKind.Administration || line.Has(modifier)
            || line.Modifiers.Count >= 4) return draft;
        return draft with
        {
            Line = line with { Modifiers = [.. line.Modifiers, new(modifier, "a later part of a split claim")] },
        };
    }
}
