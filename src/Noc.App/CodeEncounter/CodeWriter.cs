using Noc.App.PriceLines;
using Noc.Tables;

namespace Noc.App.CodeEncounter;

/// <summary>Writes coded visits as they come, so that memory does not grow with their number.</summary>
internal abstract class CodeWriter : IDisposable
{
    /// <summary>The writer of a format.</summary>
    public static CodeWriter Of(CodeOptions options, ReferenceTables tables, Stream output) => options.Format switch
    {
        CodeFormat.Text => new CodeText(output, options.IsColored, tables),
        CodeFormat.Json => new CodeJson(output, tables, isLines: false),
        _ => new CodeJson(output, tables, isLines: true),
    };

    /// <summary>One visit.</summary>
    /// <param name="result">The visit.</param>
    /// <param name="prices">The prices of the lines of all its claims, in their order.</param>
    public abstract void Write(CodedResult result, IReadOnlyList<PricedLine> prices);

    /// <summary>Something that is no encounter.</summary>
    public abstract void Lost();

    /// <summary>What stands at the end.</summary>
    public abstract void Finish();

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what is open.</summary>
    protected virtual void Close()
    {
    }
}
