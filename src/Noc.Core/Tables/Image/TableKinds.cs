using System.Runtime.CompilerServices;

namespace Noc.Tables;

/// <summary>All kinds of records, so that a file of another version is refused when it is opened.</summary>
internal static class TableKinds
{
    /// <summary>Version and size of the records of each section, by its packed name.</summary>
    public static IReadOnlyDictionary<ulong, (int Version, int Size)> BySection { get; } = new[]
    {
        Kind<NdcCodeRecord>(), Kind<CodeNdcRecord>(), Kind<NocNdcRecord>(), Kind<NdcProductRecord>(),
        Kind<NdcPackageRecord>(), Kind<LoadedRecord>(), Kind<LocalityRecord>(), Kind<CountyRecord>(),
        Kind<ZipRecord>(), Kind<ContractorRecord>(), Kind<FeeRecord>(), Kind<LocalityPaymentRecord>(),
        Kind<CodeRecord>(), Kind<ChangeRecord>(), Kind<MueRecord>(), Kind<CodeNumberRecord>(),
        Kind<DiagnosisRecord>(), Kind<ApprovalRecord>(), Kind<RebateRecord>(), Kind<LimitRecord>(),
        Kind<NocPriceRecord>(), Kind<OppsRecord>(), Kind<NadacRecord>(),
    }.ToDictionary(static kind => kind.Name, static kind => (kind.Version, kind.Size));

    private static (ulong Name, int Version, int Size) Kind<T>() where T : unmanaged, ITableRecord =>
        (TableImage.Packed(T.Section), T.Version, Unsafe.SizeOf<T>());
}
