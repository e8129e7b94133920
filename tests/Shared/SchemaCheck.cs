using System.Text.Json;

namespace Noc.Tests;

/// <summary>As much of JSON Schema as our schemas use: $ref, type, enum, required, properties, items.</summary>
internal static class SchemaCheck
{
    public static List<string> Errors(JsonElement value, JsonElement schema, JsonElement root, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Errors(value, root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]), root,
                path);
        var errors = new List<string>();
        if (schema.TryGetProperty("type", out var type) && !Types(type).Contains(TypeOf(value)))
            return [$"{path} is {TypeOf(value)}"];
        if (schema.TryGetProperty("enum", out var choices)
            && !choices.EnumerateArray().Any(choice =>
                choice.ToString() == value.ToString())) errors.Add($"{path} is {value}");
        if (value.ValueKind is JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            var index = 0;
            foreach (var item in value.EnumerateArray()) errors.AddRange(Errors(item, items, root,
                $"{path}[{index++}]"));
        }
        if (value.ValueKind is not JsonValueKind.Object) return errors;
        var properties = schema.GetProperty("properties");
        foreach (var required in schema.GetProperty("required").EnumerateArray())
            if (!value.TryGetProperty(required.GetString()!, out _)) errors.Add($"{path}.{required} is missing");
        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out var rule))
                errors.AddRange(Errors(property.Value, rule, root, $"{path}.{property.Name}"));
            else errors.Add($"{path}.{property.Name} is not in the schema");
        }
        return errors;
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind is JsonValueKind.Array
        ? type.EnumerateArray().Select(name => name.GetString()!) : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        JsonValueKind.Array => "array",
        _ => "object",
    };
}
