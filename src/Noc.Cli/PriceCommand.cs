using System.CommandLine;
using Noc.App.PriceLines;
using Noc.Drugs;
using Noc.Pricing;

namespace Noc.Cli;

/// <summary><c>noc price</c>.</summary>
internal static class PriceCommand
{
    public static Command Create()
    {
        var texts = new Argument<string[]>("TEXT")
        {
            Description = "A code, an NDC, or files: claims (837) and encounters (JSON).",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format")
        {
            Description = "How it is written.", DefaultValueFactory = _ => "text", HelpName = "text|json|csv",
        };
        format.TakesOnly("text", "json", "csv");
        var line = new LineOptions();
        var sources = new PriceSourceOptions();
        var command = new Command("price", "Expected payment of a line, an encounter or a claim file, with its "
            + "arithmetic.") { texts };
        line.AddTo(command);
        sources.AddTo(command);
        command.Add(format);
        var policies = new PolicyOptions().AddTo(command);
        command.SetAction(parsed => policies.Of(parsed).Open(Console.Error, out var exitCode) is not { } set ? exitCode
            : PriceRun.Run(new()
            {
                Texts = parsed.GetValue(texts)!,
                Line = line.Of(parsed),
                HasUnits = line.HasUnits(parsed),
                Sources = sources.Of(parsed),
                Payer = parsed.GetValue(line.Payer) ?? "medicare",
                Format = parsed.GetValue(format) switch
                {
                    "json" => PriceFormat.Json, "csv" => PriceFormat.Csv, _ => PriceFormat.Text,
                },
                IsColored = parsed.GetValue(format) is "text" && StandardOutput.TakesColor(),
            }, Tables.InUse(), set, Console.Out, Console.Error));
        return command;
    }

    // The line, and what is the same on every line of a file.
    private sealed class LineOptions
    {
        private readonly Option<string?> _units = NarrativeCommand.Number("--units", "Billed units; 1 where left out.",
            "NUMBER");

        private readonly Option<string?> _on = NdcCommand.DayOption("--on",
            "Date of service, YYYY-MM-DD; today where left out.");

        private readonly Option<string?> _setting = Choice("--setting", "Where it is given.",
            [.. PaySystems.Words.Keys]);

        private readonly Option<string?> _place = NarrativeCommand.Text("--place", "Place of service; 11 where left "
            + "out.", "TWO DIGITS");

        private readonly Option<string?> _state = NarrativeCommand.Text("--state", "Two letters of the state of "
            + "service.", "STATE");

        private readonly Option<string?> _zip = NarrativeCommand.Text("--zip", "ZIP code of service, for fee schedule "
            + "amounts.", "ZIP");

        private readonly Option<string?> _contractor = NarrativeCommand.Number("--contractor",
            "Part B contractor, with --locality.", "NUMBER");

        private readonly Option<string?> _locality = NarrativeCommand.Number("--locality", "Medicare locality.",
            "NUMBER");

        private readonly Option<string?> _charge = Usd("--charge", "Charge of the line.");

        private readonly Option<string?> _modifiers = NarrativeCommand.Text("--modifiers", "Modifiers, separated by "
            + "commas.", "JW,...");

        private readonly Option<string?> _deductible = Usd("--deductible", "What the patient has left of the "
            + "deductible.");

        private readonly Option<string?> _coinsurance = NarrativeCommand.Percent("--coinsurance", "The patient's "
            + "coinsurance, for payers other than Medicare.");

        private readonly Option<string?> _invoice = Usd("--invoice", "Invoice price of what the line bills.");

        private readonly Option<string?> _cost = Usd("--cost", "What the drug of the line cost.");

        private readonly Option<string?> _quantity = NarrativeCommand.Text("--ndc-quantity",
            "Unit and quantity of the NDC, such as UN2 or ML3.5.", "QUANTITY");

        private readonly Option<string?> _dose = NarrativeCommand.Text("--dose", "Drug given, such as 150MG.",
            "AMOUNT");

        private readonly Option<string?> _drug = NarrativeCommand.Text("--drug", "Name, for prices by name.", "NAME");

        private readonly Option<string?> _sold = NdcCommand.DayOption("--first-sold",
            "First sale of the product: WAC + 3% in its first quarters.");

        private readonly Option<bool> _compounded = new("--compounded") { Description = "A pharmacy made the drug." };

        public Option<string?> Payer { get; } = NarrativeCommand.Text("--payer",
            "A program (medicare, medicaid ...), or a payer's id or name; medicare where left out.", "PAYER");

        public LineOptions()
        {
            _quantity.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<string?>() is { } text && Quantity(text) is null)
                    result.AddError($"--ndc-quantity takes unit and number such as ML3, not {text}.");
            });
            _dose.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<string?>() is { } text && Dose(text).IsNone)
                    result.AddError($"--dose takes an amount such as 150MG, not {text}.");
            });
            _modifiers.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<string?>() is { } text && Modifiers(text) is null)
                    result.AddError($"--modifiers takes two letters or digits each, such as JW,JG, not {text}.");
            });
        }

        public void AddTo(Command command)
        {
            foreach (var option in new Option[]
            {
                _units, _on, Payer, _setting, _place, _state, _zip, _contractor, _locality, _charge, _modifiers,
                _deductible, _coinsurance, _invoice, _cost, _quantity, _dose, _drug, _sold, _compounded,
            }) command.Add(option);
        }

        public bool HasUnits(ParseResult parsed) => parsed.GetValue(_units) is not null;

        public PriceLine Of(ParseResult parsed)
        {
            decimal? Number(Option<string?> option) => NarrativeCommand.Parsed(parsed.GetValue(option));
            int? Whole(Option<string?> option) => Number(option) is { } value and < 100_000 ? (int)value : null;
            var quantity = parsed.GetValue(_quantity) is { } text ? Quantity(text) : null;
            return new()
            {
                Day = NdcCommand.Day(parsed.GetValue(_on)),
                Units = Number(_units) ?? 1,
                System = PaySystems.Words[parsed.GetValue(_setting) ?? "office"],
                PlaceOfService = parsed.GetValue(_place) ?? (parsed.GetValue(_setting) is null or "office" ? "11" : ""),
                State = parsed.GetValue(_state)?.ToUpperInvariant() ?? "",
                Zip = parsed.GetValue(_zip) ?? "",
                Contractor = Whole(_contractor),
                Locality = Whole(_locality),
                ChargeUsd = Number(_charge),
                Modifiers = parsed.GetValue(_modifiers) is { } words ? Modifiers(words)! : [],
                DeductibleLeftUsd = Number(_deductible),
                CoinsurancePercent = Number(_coinsurance),
                InvoiceUsd = Number(_invoice),
                CostUsd = Number(_cost),
                NdcQuantity = quantity?.Number,
                NdcUnit = quantity?.Unit ?? "",
                Dose = parsed.GetValue(_dose) is { } dose ? Dose(dose) : default,
                Drug = parsed.GetValue(_drug) ?? "",
                FirstSold = parsed.GetValue(_sold) is { } sold ? NdcCommand.Day(sold) : null,
                IsCompounded = parsed.GetValue(_compounded),
            };
        }

        private static (decimal Number, string Unit)? Quantity(string text) => text.Length > 2
            && text[..2].ToUpperInvariant() is ("UN" or "ML" or "GR" or "F2" or "ME") and var unit
            && NarrativeCommand.Parsed(text[2..]) is { } number ? (number, unit) : null;

        private static Amount Dose(string text) => NarrativeParser.Parse($"DOSE {text}").Dose;

        private static List<Modifier>? Modifiers(string text)
        {
            var modifiers = new List<Modifier>();
            foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
                if (Modifier.TryParse(System.Text.Encoding.UTF8.GetBytes(word), out var modifier))
                    modifiers.Add(modifier);
                else return null;
            return modifiers;
        }

        private static Option<string?> Choice(string name, string description, string[] words)
        {
            var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', words) };
            option.TakesOnly(words);
            return option;
        }

    }

    internal static Option<string?> Usd(string name, string description) =>
        NarrativeCommand.Number(name, description, "USD");
}
