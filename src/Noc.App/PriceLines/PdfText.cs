using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Noc.App.PriceLines;

/// <summary>The text of a PDF file, by the program pdftotext of Poppler or Xpdf where it is installed.</summary>
internal static class PdfText
{
    private const int MaxMilliseconds = 30_000, MaxCharacters = 4_000_000;

    /// <summary>The text, laid out as on the page; null where there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">Why there is no text, and what helps.</param>
    /// <param name="program">The program.</param>
    public static string? Read(string path, out string problem, string program = "pdftotext")
    {
        problem = "";
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
        };
        // A path that begins with a hyphen would be read as an option.
        foreach (var word in new[] { "-layout", "-enc", "UTF-8", Path.GetFullPath(path), "-" })
            start.ArgumentList.Add(word);
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(MaxMilliseconds))
            {
                process.Kill(entireProcessTree: true);
                problem = "pdftotext did not come to an end; write the invoice as CSV.";
                return null;
            }
            Task.WaitAll(errors, text);
            if (process.ExitCode == 0 && text.Result is { Length: <= MaxCharacters } read
                && !string.IsNullOrWhiteSpace(read)) return read;
            problem = process.ExitCode != 0 ? "pdftotext cannot read this file; is it a PDF?"
                : "the PDF holds no text (a scan?); write the invoice as CSV.";
        }
        catch (Win32Exception)
        {
            problem = "PDF files need the program pdftotext (Debian: poppler-utils); it is not installed. CSV and JSON "
                + "are read without it.";
        }
        return null;
    }
}
