namespace Noc.Reference.Store;

/// <summary>Where Noc keeps its data: <c>NOC_HOME</c>, else the platform's folder for data of programs.</summary>
public static class DataFolder
{
    /// <summary>Name of the environment variable that says where.</summary>
    public const string Variable = "NOC_HOME";

    /// <summary>The folder; it need not exist.</summary>
    public static string Path
    {
        get
        {
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } home)
                return System.IO.Path.GetFullPath(home);
            var data = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return System.IO.Path.Combine(data, OperatingSystem.IsLinux() ? "noc" : "Noc");
        }
    }
}
