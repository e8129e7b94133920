using Noc.App.AuditClaims;
using Noc.X12;

namespace Noc.App.MaskClaims;

/// <summary><c>noc mask</c>: the same claims with every patient detail replaced.</summary>
public static class MaskRun
{
    /// <summary>What a masked file still says, in the words of the report.</summary>
    public const string NotMasked = """
        Not masked, for findings rest on it: dates of service and other dates of care, the year of birth (ages above 89
        become 89), sex, state, diagnoses, procedures, drugs, amounts, weight, authorization of a payer where it stands
        in free text, payers, providers with their tax numbers and addresses, senders and receivers. Free text is
        changed only where it holds a name, number or date of birth of the people on the claim, or a number written as
        a social security or telephone number: read the notes before you pass the file on.
        """;

    /// <summary>Masks one file.</summary>
    /// <param name="path">The claims; <c>-</c> for standard input.</param>
    /// <param name="standardInput">Read where the path is <c>-</c>; null where there is none.</param>
    /// <param name="target">The file that gets them masked.</param>
    /// <param name="key">Gives the same replacements each time; null for replacements of this run only.</param>
    /// <param name="output">Gets what was done.</param>
    /// <param name="errors">Gets why it was not done.</param>
    /// <param name="cancel">Stops between two segments; no file is left.</param>
    /// <returns>The exit code: 0 done, 2 wrong target, 3 the file cannot be read or is no claim file.</returns>
    public static int Run(
        string path, Stream? standardInput, string target, string? key, TextWriter output, TextWriter errors,
        CancellationToken cancel)
    {
        if (Objection(path, target) is { } objection)
        {
            errors.WriteLine($"noc: {objection}");
            return 2;
        }
        var part = target + ".part";
        var copy = target + ".input";
        var isInput = path == "-" && standardInput is not null;
        var name = isInput ? "standard input" : path;
        try
        {
            if (isInput) Copy(standardInput!, copy);
            var pseudonyms = key is null ? Pseudonyms.Random() : Pseudonyms.Of(key);
            var mask = Write(isInput ? copy : path, part, pseudonyms, cancel);
            if (!mask.SawClaims || mask.Foreign.Length > 0)
            {
                errors.WriteLine(mask.SawClaims
                    ? $"noc: {name} holds a transaction {TerminalText.Clean(mask.Foreign)}; noc mask knows claims "
                        + "(837) only. Nothing was written."
                    : $"noc: {name} holds no claims (837). Nothing was written.");
                return 3;
            }
            File.Move(part, target, overwrite: true);
            Report(mask, target, key, output);
            return 0;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            errors.WriteLine($"noc: there is no file {path}. Check the path.");
            return 3;
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            errors.WriteLine($"noc: {path} cannot be read, or {target} not be written. Check that the disk has room, "
                + "and the permissions. Nothing was written.");
            return 3;
        }
        finally
        {
            if (File.Exists(part)) File.Delete(part);
            if (File.Exists(copy)) File.Delete(copy);
        }
    }

    // The claims are read twice over, so standard input is kept beside the target until it is masked.
    private static void Copy(Stream input, string copy)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var kept = new FileStream(copy, options);
        input.CopyTo(kept);
    }

    private static ClaimMask Write(string path, string part, Pseudonyms pseudonyms, CancellationToken cancel)
    {
        using var read = InputFiles.Open(path);
        using var copied = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete,
            1 << 16, FileOptions.SequentialScan);
        Span<byte> head = stackalloc byte[2];
        var length = read.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        read.Position = 0;
        var mask = new ClaimMask(pseudonyms) { IsBigEndian = length == 2 && head is [0xFE, 0xFF] or [0, _] };
        using var written = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        SegmentEdits.ApplyAsTheyCome(copied, mask.Edits(read, cancel), written);
        return mask;
    }

    private static void Report(ClaimMask mask, string target, string? key, TextWriter output)
    {
        output.WriteLine($"{target}: {mask.Values:N0} values of {mask.Claims:N0} claims replaced: names, birth dates, "
            + "addresses, contacts, member, group, account, record, claim, prescription, authorization and attachment "
            + "numbers. Ids of findings differ, as they rest on the account number.");
        if (mask.Blanked > 0)
            output.WriteLine($"{mask.Blanked:N0} bytes that belong to no segment were made blank.");
        if (key is null)
            output.WriteLine("The replacements are of this run only; --key TEXT gives the same ones each time.");
        output.WriteLine(NotMasked);
    }

    private static string? Objection(string path, string target)
    {
        if (target.Length == 0) return "noc mask needs the name of a file to write.";
        if (Directory.Exists(target))
            return $"{target} is a folder. Name a file in it, such as {Path.Combine(target, "masked.837")}.";
        if (Path.GetDirectoryName(Path.GetFullPath(target)) is { } folder && !Directory.Exists(folder))
            return $"{target} cannot be written: there is no folder {folder}. Make it first.";
        if (Directory.Exists(path)) return $"{path} is a folder. Name one file.";
        return path != "-" && InputFiles.SamePath(path, target)
            ? $"{target} is both read and written. Name another file for the masked claims." : null;
    }
}
