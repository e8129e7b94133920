namespace Noc.Reference.Store;

/// <summary>Another process is changing the data folder.</summary>
public sealed class FolderInUseException(Exception inner)
    : IOException("Another import or update is running in the data folder.", inner);
