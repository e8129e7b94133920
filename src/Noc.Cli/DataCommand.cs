using System.CommandLine;
using Noc.App.ManageData;
using Noc.App.UpdateData;
using Noc.Reference.Seed;
using Noc.Reference.Store;

namespace Noc.Cli;

/// <summary><c>noc data</c>.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Reference data: codes, NDCs, prices, contractors by date.")
    {
        Import(), Update(), Status(), Diff(), Rollback(), Seed(),
    };

    private static Command Import()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files as the agencies publish them (zip, gzip, csv, txt, xlsx), or folders of them. Without "
                + "any, tables that are damaged or of another version of Noc are written anew out of kept copies.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("import", "Read agencies' files into the tables.") { paths };
        command.SetAction(parsed =>
            ImportReport.Run(parsed.GetValue(paths)!, DataFolder.Path, Today, Console.Out, Console.Error));
        return command;
    }

    private static Command Update()
    {
        var from = new Option<string?>("--from")
        {
            Description = "A mirror: a server that has the pages and files under the same paths.", HelpName = "URL",
        };
        from.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Mirror(text) is null)
                result.AddError("--from takes an address such as https://mirror.example/cms.");
        });
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be fetched; fetch nothing." };
        var only = new Option<string?>("--only")
        {
            Description = "Only these, separated by commas: "
                + string.Join(", ", AgencyPages.Load().Sources.Select(source => source.Id)) + ".",
            HelpName = "DATASET,...",
        };
        var command = new Command("update", "Find new files on the agencies' pages, fetch and import them.")
        {
            from, dryRun, only,
        };
        command.SetAction((parsed, cancel) => DataUpdate.RunAsync(new()
        {
            Folder = DataFolder.Path,
            From = parsed.GetValue(from) is { } url ? Mirror(url) : null,
            IsDryRun = parsed.GetValue(dryRun),
            Only = parsed.GetValue(only)?.Split(',', StringSplitOptions.TrimEntries
                | StringSplitOptions.RemoveEmptyEntries) ?? [],
        }, Console.Out, Console.Error, cancel));
        return command;
    }

    private static Uri? Mirror(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo == ""
            && url.Query == "" ? url : null;

    private static Command Status()
    {
        var isLong = new Option<bool>("--long") { Description = "Every file with its hash." };
        var format = Format();
        var command = new Command("status", "What is loaded, what is missing, and what that means.")
        {
            isLong, format,
        };
        command.SetAction(parsed => StatusReport.Run(
            DataFolder.Path, parsed.GetValue(isLong), parsed.GetValue(format) is "json", Today, Console.Out));
        return command;
    }

    private static DateOnly Today => NdcCommand.Day(null);

    private static Command Seed()
    {
        var target = new Option<string?>("--out")
        {
            Description = "Folder that gets the files.",
            HelpName = "FOLDER",
        };
        var image = new Option<string?>("--image")
        {
            Description = "Folder of the program that gets the shipped facts compiled (the build does this).",
            HelpName = "FOLDER",
        };
        var command = new Command("seed", "Write the facts of the tables in use as reviewable CSV files.")
        {
            target, image,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(target) is null == result.GetResult(image) is null)
                result.AddError("data seed takes either --out or --image.");
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(target) is { } folder) return SeedReport.Run(DataFolder.Path, folder, Console.Out);
            SeedImage.WriteTo(parsed.GetValue(image)!);
            return 0;
        });
        return command;
    }

    private static Command Diff()
    {
        var one = new Argument<string>("V1")
        {
            Description = "The older tables: current, before, seed, or a name that `noc data status` shows.",
        };
        var other = new Argument<string>("V2") { Description = "The newer tables." };
        var format = Format();
        var top = new Option<int>("--top")
        {
            Description = "The most entries of one kind.", HelpName = "N", DefaultValueFactory = _ => 20,
        };
        top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0) result.AddError("--top takes a number from 0 on.");
        });
        var command = new Command("diff", "Codes, units, payment limits and NDCs that differ between two tables.")
        {
            one, other, format, top,
        };
        command.SetAction(parsed => DiffReport.Run(parsed.GetValue(one)!, parsed.GetValue(other)!, DataFolder.Path,
            parsed.GetValue(format) is "json", parsed.GetValue(top), Console.Out, Console.Error));
        return command;
    }

    private static Option<string> Format()
    {
        var format = new Option<string>("--format")
        {
            Description = "text or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "text",
        };
        format.TakesOnly("text", "json");
        return format;
    }

    private static Command Rollback()
    {
        var command = new Command("rollback", "Go back to the tables before the last import.");
        command.SetAction(_ => RollbackReport.Run(DataFolder.Path, Console.Out, Console.Error));
        return command;
    }
}
