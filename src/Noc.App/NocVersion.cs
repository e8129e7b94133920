using System.Reflection;

namespace Noc.App;

/// <summary>What the product calls itself.</summary>
public static class NocVersion
{
    /// <summary>Version without build metadata, such as <c>0.1.0</c>.</summary>
    public static string Text { get; } =
        (typeof(NocVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion ?? "0")
        .Split('+')[0];
}
