using System.CommandLine;
using System.Globalization;
using Noc.App.PayerRules;
using Noc.App.WriteNarratives;

namespace Noc.Cli;

/// <summary><c>noc narrative</c>.</summary>
internal static class NarrativeCommand
{
    public static Command Create()
    {
        var payer = new Option<string>("--payer")
        {
            Description = "Id of a policy or payer, or the payer's name.", HelpName = "PAYER", Required = true,
        };
        var text = Text("--narrative", "A text to rewrite; what the other options say comes first.", "TEXT");
        var drug = Text("--drug", "Brand and ingredient, such as \"BRAND (INGREDIENT)\".", "NAME");
        var dose = Text("--dose", "All that was given, such as 150MG.", "AMOUNT");
        var route = Text("--route", "IV, SC, IM and so on.", "ROUTE");
        var strength = Text("--strength", "Such as 50MG/ML or 300MG/VIAL.", "STRENGTH");
        var ndc = Text("--ndc", "NDC in any spelling.", "NDC");
        var quantity = Text("--ndc-quantity", "Unit and quantity of the NDC, such as ML3.", "QUANTITY");
        var waste = Text("--waste", "What was discarded, such as 50MG; none where nothing was.", "AMOUNT");
        var price = Number("--price", "Invoice price in US dollars.", "USD");
        var maker = Text("--maker", "Who made the drug.", "NAME");
        var container = Text("--container", "SDV, MDV, PFS and so on.", "KIND");
        var frequency = Text("--frequency", "X1, Q4W and so on.", "WORDS");
        var units = Number("--units", "Billed units, for payers that ask what one stands for.", "NUMBER");
        var code = Text("--code", "The code of the line; J3490 where left out.", "CODE");
        var on = NdcCommand.DayOption("--on", "Date of service, YYYY-MM-DD; today where left out.");
        var state = Text("--state", "Two letters of the state of service.", "STATE");
        var claim = new Option<string>("--claim")
        {
            Description = "Kind of claim.", DefaultValueFactory = _ => "professional",
            HelpName = "professional|institutional",
        };
        claim.TakesOnly("professional", "institutional");
        var compounded = new Option<bool>("--compounded") { Description = "A pharmacy made the drug." };
        var format = NdcCommand.FormatOption();
        var command = new Command("narrative", "Write the text of a drug line as its payer wants it, place by place.")
        {
            payer, text, drug, dose, route, strength, ndc, quantity, waste, price, maker, container, frequency, units,
            code, on, state, claim, compounded, format,
        };
        var policies = new PolicyOptions().AddTo(command);
        command.SetAction(parsed => Run(new()
        {
            Payer = parsed.GetValue(payer)!,
            Text = parsed.GetValue(text),
            Drug = parsed.GetValue(drug),
            Dose = parsed.GetValue(dose),
            Route = parsed.GetValue(route),
            Strength = parsed.GetValue(strength),
            Ndc = parsed.GetValue(ndc),
            NdcQuantity = parsed.GetValue(quantity),
            Waste = parsed.GetValue(waste),
            Price = Parsed(parsed.GetValue(price)),
            Maker = parsed.GetValue(maker),
            Container = parsed.GetValue(container),
            Frequency = parsed.GetValue(frequency),
            Units = Parsed(parsed.GetValue(units)),
            Code = parsed.GetValue(code) ?? "J3490",
            Day = NdcCommand.Day(parsed.GetValue(on)),
            IsDayAssumed = parsed.GetValue(on) is null,
            State = parsed.GetValue(state)?.ToUpperInvariant() ?? "",
            IsInstitutional = parsed.GetValue(claim) is "institutional",
            IsCompound = parsed.GetValue(compounded),
        }, parsed.GetValue(format) is "json", policies.Of(parsed)));
        return command;
    }

    private static int Run(NarrativeOptions options, bool isJson, PolicySource source) =>
        source.Open(Console.Error, out var exitCode) is not { } policies ? exitCode
            : NarrativeRun.Run(options, isJson, Tables.InUse(), policies, Console.Out, Console.Error);

    internal static Option<string?> Text(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };

    // Read in the invariant culture, as all amounts are: 610.00, whatever the machine's own comma.
    internal static Option<string?> Number(string name, string description, string help)
    {
        var option = Text(name, description, help);
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Parsed(text) is null)
                result.AddError($"{name} takes a number such as 610.00.");
        });
        return option;
    }

    /// <summary>An option that takes 0 to 100.</summary>
    internal static Option<string?> Percent(string name, string description)
    {
        var option = Number(name, description, "PERCENT");
        option.Validators.Add(result =>
        {
            if (Parsed(result.GetValueOrDefault<string?>()) is > 100)
                result.AddError($"{name} takes a percentage from 0 to 100.");
        });
        return option;
    }

    internal static decimal? Parsed(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint,
        CultureInfo.InvariantCulture, out var number) ? number : null;
}
