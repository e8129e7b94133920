namespace Noc.Formats.X837;

/// <summary>Names of a provider's elements in each loop, made once.</summary>
internal sealed record ProviderElements(string Name, string Npi, string Taxonomy, string State, string Zip)
{
    private static readonly ProviderElements[] Professional = Build(false), Institutional = Build(true);

    public static ProviderElements Of(LoopId loop, bool institutional) =>
        (institutional ? Institutional : Professional)[(int)loop];

    private static ProviderElements[] Build(bool institutional)
    {
        var elements = new ProviderElements[(int)LoopId.LineForm + 1];
        for (var i = 0; i < elements.Length; i++)
        {
            var loop = Loop837.Name((LoopId)i, institutional);
            elements[i] = new($"{loop}/NM103", $"{loop}/NM109", $"{loop}/PRV03", $"{loop}/N402", $"{loop}/N403");
        }
        return elements;
    }
}
