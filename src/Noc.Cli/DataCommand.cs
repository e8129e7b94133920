using System.CommandLine;
using Noc.App.ManageData;
using Noc.Reference.Seed;
using Noc.Reference.Store;

namespace Noc.Cli;

/// <summary><c>noc data</c>.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Reference data: codes, NDCs, prices, contractors by date.")
    {
        Import(), Status(), Rollback(), Seed(),
    };

    private static Command Import()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files as the agencies publish them (zip, gzip, csv, txt, xlsx), or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("import", "Read agencies' files into the tables.") { paths };
        command.SetAction(parsed =>
            ImportReport.Run(parsed.GetValue(paths)!, DataFolder.Path, Console.Out, Console.Error));
        return command;
    }

    private static Command Status()
    {
        var isLong = new Option<bool>("--long") { Description = "Every file with its hash." };
        var command = new Command("status", "What is loaded, what is missing, and what that means.") { isLong };
        command.SetAction(parsed => StatusReport.Run(DataFolder.Path, parsed.GetValue(isLong), Console.Out));
        return command;
    }

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

    private static Command Rollback()
    {
        var command = new Command("rollback", "Go back to the tables before the last import.");
        command.SetAction(_ =>
        {
            var name = new TableStore(DataFolder.Path).RollBack();
            if (name is null)
            {
                Console.Error.WriteLine("noc: there are no tables to go back to.");
                return 2;
            }
            Console.WriteLine($"Tables in use: {name}.");
            return 0;
        });
        return command;
    }
}
