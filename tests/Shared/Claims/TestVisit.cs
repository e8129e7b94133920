using System.Text.Json.Nodes;

namespace Noc.Tests;

/// <summary>The visit behind the default <see cref="TestClaim"/>, as noc.encounter/1: everything agrees.</summary>
internal static class TestVisit
{
    private const string Whole = """
        {
          "schema": "noc.encounter/1", "id": "V-1", "timeZone": "America/Chicago", "from": "2026-03-10",
          "claim": { "type": "professional", "placeOfService": "11", "patientAccount": "T1" },
          "payers": [ { "name": "INVENTED PAYER", "id": "X0001", "filing": "MB" } ],
          "patient": { "lastName": "NOBODY", "birthDate": "1950-01-01", "state": "IL", "weightKg": 75 },
          "billing": { "name": "INVENTED CLINIC", "state": "IL" },
          "diagnoses": [ "G35" ],
          "orders": [
            {
              "id": "O-1", "drug": "EXAMPLAZOLE", "dose": "150 mg", "route": "IV", "orderedOn": "2026-03-01",
              "signedOn": "2026-03-01", "signer": "A. SIGNER"
            }
          ],
          "administrations": [
            {
              "order": "O-1", "drug": "EXAMPLAZOLE", "ndc": "99999-0123-01", "dose": "150 mg", "discarded": "0 mg",
              "route": "IV", "method": "iv-infusion", "start": "09:00", "stop": "09:45",
              "containers": [ { "count": 1, "holds": "150 mg", "lot": "A17", "singleDose": true } ]
            }
          ],
          "products": [
            {
              "ndc": "99999-0123-01", "name": "EXAMPLAZOLE", "strength": "50 mg/mL", "pathway": "NDA",
              "application": "N000001", "approvedOn": "2025-11-03"
            }
          ],
          "invoices": [
            {
              "number": "I-88", "ndc": "99999-0123-01", "drug": "EXAMPLAZOLE", "lot": "A17", "date": "2026-02-20",
              "unitCostUsd": 610
            }
          ]
        }
        """;

    /// <summary>The visit where everything agrees.</summary>
    public static string Text => With();

    /// <summary>The visit with members set; a value of <c>null</c> takes the member away.</summary>
    /// <param name="changes">Pointer such as <c>orders/0/dose</c>, with the JSON of its value.</param>
    public static string With(params (string Pointer, string? Json)[] changes)
    {
        var root = JsonNode.Parse(Whole)!;
        foreach (var (pointer, json) in changes)
        {
            var parts = pointer.Split('/');
            var at = root;
            foreach (var part in parts[..^1]) at = at is JsonArray list ? list[int.Parse(part)]! : at![part]!;
            if (json is null) at!.AsObject().Remove(parts[^1]);
            else if (at is JsonArray items) items.Add(JsonNode.Parse(json));
            else at![parts[^1]] = JsonNode.Parse(json);
        }
        return root.ToJsonString();
    }

    /// <summary>What makes the visit one of another drug, a whole container of it.</summary>
    public static (string Pointer, string? Json)[] Given(string drug, string dose, string route, params
        (string Pointer, string? Json)[] more) =>
    [
        ("administrations/0/drug", $"\"{drug}\""), ("administrations/0/ndc", null),
        ("administrations/0/dose", $"\"{dose}\""), ("administrations/0/containers/0/holds", $"\"{dose}\""),
        ("administrations/0/route", $"\"{route}\""), ("administrations/0/method", "\"other\""),
        ("administrations/0/stop", null), ("administrations/0/chargeUsd", "900"), ("administrations/0/order", null),
        ("orders", null), ("products", null), ("invoices", null), .. more,
    ];
}
