using Noc.Claims;

namespace Noc.Audit;

/// <summary>A number for what a drug line bills: payer, provider, patient, day, code, modifiers, drug and dose. Lines
/// with the same number are the same service billed twice.</summary>
public static class LineFingerprint
{
    /// <summary>The number; 0 for a line that says itself why there may be another like it, or too little to
    /// tell.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="drug">One of its drug lines.</param>
    public static ulong Of(Claim claim, DrugLine drug)
    {
        var line = drug.Line;
        if (IsMeantTwice(claim, drug) || line.ServiceDate is not { } day) return 0;
        var patient = claim.Patient;
        if (patient.MemberId.IsEmpty && (patient.LastName.IsEmpty || patient.BirthDate is null)) return 0;
        // Neither drug nor NDC: too thin to be called the same.
        if (drug.IsUnclassified && drug.Ndc.IsNone && line.Description.IsEmpty) return 0;
        var hash = new Fnv64();
        hash.AddPlain(claim.Payer.Name.Bytes);
        hash.AddPlain(claim.Payer.Id.Bytes);
        hash.AddPlain(claim.Billing.Npi.Bytes);
        hash.AddPlain(patient.MemberId.Bytes);
        hash.AddPlain(patient.LastName.Bytes);
        hash.AddPlain(patient.FirstName.Bytes);
        hash.Add(patient.BirthDate?.DayNumber ?? 0);
        hash.Add(day.DayNumber);
        hash.Add(line.LastServiceDate?.DayNumber ?? 0);
        hash.AddPlain(line.CodeText.Bytes);
        hash.Add(ModifiersOf(line));
        hash.AddPlain(line.UnitsText.Bytes);
        AddDrug(ref hash, drug);
        return hash.Value;
    }

    private static void AddDrug(ref Fnv64 hash, DrugLine drug)
    {
        hash.AddPlain(drug.Line.NdcText.Bytes);
        if (!drug.IsUnclassified) return;
        // The same dose in other words is the same; without one the words have to be.
        var dose = drug.Dose;
        if (drug.Ndc.IsNone || dose.IsNone) hash.AddPlain(drug.Line.Description.Bytes);
        else
        {
            var inMilligrams = dose.In("MG");
            hash.Add(((double)(inMilligrams ?? dose.Value)).GetHashCode());
            hash.Add(inMilligrams is null ? dose.Unit : "MG");
        }
    }

    // Their order says nothing.
    private static int ModifiersOf(ServiceLine line)
    {
        unchecked   // a hash; what senders put in place of a modifier may be as long as they like
        {
            var sum = 0;
            for (var i = 0; i < line.ModifierTexts.Count; i++)
            {
                var text = line.ModifierTexts[i].Bytes;
                var one = 0;
                foreach (var b in text) one = (one * 41) + (b & ~0x20);
                sum += one * one;
            }
            return sum;
        }
    }

    private static bool IsMeantTwice(Claim claim, DrugLine drug) =>
        !claim.IsFirstToPrimary || drug.IsWaste || drug.IsSplit || Codes.HasRepeat(drug.Line)
        || !drug.Line.CompoundLink.IsEmpty || !drug.Line.PrescriptionNumber.IsEmpty;
}
