using System.Text;
using Noc.Claims;
using Noc.Payers;
using Noc.Reference.Policies;
using Noc.Reference.Seed;
using Noc.Tables;

namespace Noc.Core.Tests;

/// <summary>The shipped tables, loaded once, and claims made of a few values.</summary>
internal static class TestTables
{
    public static ReferenceTables Seed { get; } = SeedTables.Load();

    public static PolicySet Policies => ShippedPolicies.Set;

    public static Field Field(string text) =>
        text.Length == 0 ? default : new(new(Encoding.ASCII.GetBytes(text), [], ["test"]), 0, text.Length, 0);

    public static Claim Claim(
        string filing, string payerId = "", string payerName = "", string state = "TX", string home = "TX",
        ClaimType type = ClaimType.Professional, string facility = "11", string facilityState = "",
        string lineState = "", string zip = "75001") => new()
        {
            Place = default,
            Source = new NoSource(),
            Type = type,
            FacilityCode = Field(facility),
            Payer = new() { FilingIndicator = Field(filing), Id = Field(payerId), Name = Field(payerName) },
            Patient = new() { State = Field(home) },
            Billing = new() { State = Field(state), Zip = Field(zip) },
            ServiceFacility = facilityState.Length == 0 ? null : new() { State = Field(facilityState) },
            Lines =
            [
                new()
                {
                    Number = 1,
                    ServiceFacility = lineState.Length == 0 ? null : new() { State = Field(lineState) },
                },
            ],
        };

    private sealed class NoSource : ClaimSource
    {
        public override long? OffsetOf(int line, string element) => null;
    }
}
