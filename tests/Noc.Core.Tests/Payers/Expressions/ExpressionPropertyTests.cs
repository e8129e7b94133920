using System.Globalization;
using Noc.Payers.Expressions;

namespace Noc.Core.Tests.Payers.Expressions;

/// <summary>Random expressions mean what a second, slow evaluator says, and can be read again as printed.</summary>
public sealed class ExpressionPropertyTests
{
    // Text, how strongly it binds, and its value on the sample line; null is absent.
    private readonly record struct Part(string Text, int Power, object? Value);

    [Fact]
    public void Random_expressions_keep_their_meaning_when_printed()
    {
        var (view, holding, longest) = (SampleLine.View(), 0, 0);
        for (var seed = 0; seed < 4_000; seed++)
        {
            var part = new Writer(new(seed)).Truth(7);
            if (part.Text.Length > ExpressionLimits.MaxLength) continue;
            var read = SampleLine.Read(part.Text);
            Assert.True(read.Holds(view) == (part.Value is true), $"seed {seed}: {part.Text}");
            var normal = read.ToString();
            var again = SampleLine.Read(normal);
            Assert.Equal(normal, again.ToString());
            Assert.Equal(read.Holds(view), again.Holds(view));
            Assert.Equal(read.Variables, again.Variables);
            holding += read.Holds(view) ? 1 : 0;
            longest = Math.Max(longest, normal.Length);
        }
        Assert.InRange(holding, 800, 3_200);
        Assert.True(longest > 400, $"{longest}");
    }

    private sealed class Writer(Random random)
    {
        private static readonly Part[] Truths =
        [
            new("true", 7, true), new("false", 7, false), new("code.unclassified", 7, true),
            new("text.has.strength", 7, false), new("drug.biologic", 7, null), new("claim.authorization", 7, false),
        ];

        private static readonly Part[] Numbers =
        [
            new("line.units", 7, 2m), new("line.charge", 7, 900m), new("line.ndc.quantity", 7, 1.5m),
            new("len(claim.note)", 7, null), new("len(line.modifiers)", 7, 2m), new("year(line.date)", 7, 2026m),
        ];

        private static readonly Part[] Texts =
        [
            new("line.code", 7, "J3490"), new("claim.bill", 7, null), new("drug.route", 7, "IV"),
            new("\"j3490\"", 7, "j3490"), new("\"A\\\"\\\\\"", 7, "A\"\\"), new("\"\"", 7, ""),
        ];

        private static readonly Part[] Dates =
        [
            new("line.date", 7, new DateOnly(2026, 3, 10)), new("claim.sent", 7, new DateOnly(2026, 4, 10)),
            new("date(\"2025-09-30\")", 7, new DateOnly(2025, 9, 30)),
            new("drug.approved", 7, new DateOnly(2025, 9, 30)),
        ];

        public Part Truth(int depth)
        {
            if (depth == 0) return One(Truths);
            switch (random.Next(9))
            {
                case 0: return One(Truths);
                case 1:
                    var not = Truth(depth - 1);
                    return new($"!{At(not, 6)}", 6, not.Value is not true);
                case 2 or 3: return Joined("&&", 2, depth);
                case 4: return Joined("||", 1, depth);
                case 5: return Compared(Number(depth - 1), Number(depth - 1), ordered: true);
                case 6: return random.Next(2) == 0 ? Compared(One(Texts), One(Texts), ordered: true)
                    : Compared(One(Dates), One(Dates), ordered: true);
                case 7: return random.Next(2) == 0 ? Compared(Truth(depth - 1), Truth(depth - 1), ordered: false)
                    : Has(depth);
                default: return Listed(depth);
            }
        }

        private Part Joined(string op, int power, int depth)
        {
            var (left, right) = (Truth(depth - 1), Truth(depth - 1));
            return new(At(left, power) + Blank() + op + Blank() + At(right, power), power, op == "&&"
                ? left.Value is true && right.Value is true : left.Value is true || right.Value is true);
        }

        private Part Compared(Part left, Part right, bool ordered)
        {
            string[] operators = ordered ? ["==", "!=", "<", "<=", ">", ">="] : ["==", "!="];
            var op = operators[random.Next(operators.Length)];
            var holds = left.Value is not null && right.Value is not null && Order(left.Value, right.Value) is var order
                && op switch
                {
                    "==" => order == 0,
                    "!=" => order != 0,
                    "<" => order < 0,
                    "<=" => order <= 0,
                    ">" => order > 0,
                    _ => order >= 0,
                };
            return new(At(left, 4) + Blank() + op + Blank() + At(right, 4), 3, holds);
        }

        private static int Order(object a, object b) => a is string text
            ? string.Compare(text, (string)b, StringComparison.OrdinalIgnoreCase)
            : ((IComparable)a).CompareTo(b);

        private Part Has(int depth)
        {
            var part = random.Next(3) switch { 0 => Number(depth - 1), 1 => One(Texts), _ => Truth(depth - 1) };
            return new($"has({Blank()}{part.Text}{Blank()})", 7, part.Value is not null);
        }

        private Part Listed(int depth)
        {
            if (random.Next(2) == 0)
            {
                var text = One(Texts);
                return new(text.Text + " in [\"J3490\",\"iv\"]", 3, text.Value is string word
                    && word.ToUpperInvariant() is "J3490" or "IV" && text.Value is not null);
            }
            var number = Number(depth - 1);
            return new(At(number, 4) + " in" + Blank() + "[ 2, -1,900.0 ]", 3, number.Value is 2m or -1m or 900m);
        }

        private Part Number(int depth)
        {
            if (depth == 0) return random.Next(2) == 0 ? One(Numbers) : Literal();
            switch (random.Next(7))
            {
                case 0: return Literal();
                case 1: return One(Numbers);
                case 2: return Sum("+", 4, depth);
                case 3: return Sum("-", 4, depth);
                case 4: return Sum("*", 5, depth);
                case 5:
                    var negative = Number(depth - 1);
                    return new($"-{At(negative, 6)}", 6, -(decimal?)negative.Value);
                default:
                    var (a, b) = (Number(depth - 1), Number(depth - 1));
                    return new($"max({a.Text},{Blank()}{b.Text})", 7, a.Value is decimal x && b.Value is decimal y
                        ? Math.Max(x, y) : null);
            }
        }

        private Part Literal()
        {
            var value = random.Next(0, 400) / 4m;
            return new(value.ToString(CultureInfo.InvariantCulture), 7, value);
        }

        private Part Sum(string op, int power, int depth)
        {
            var (left, right) = (Number(depth - 1), Number(depth - 1));
            object? value = left.Value is decimal a && right.Value is decimal b ? Computed(op, a, b) : null;
            return new(At(left, power) + Blank() + op + Blank() + At(right, power + 1), power, value);
        }

        private static decimal? Computed(string op, decimal a, decimal b)
        {
            try
            {
                return op switch { "+" => a + b, "-" => a - b, _ => a * b };
            }
            catch (OverflowException)
            {
                return null;
            }
        }

        private Part One(Part[] parts) => parts[random.Next(parts.Length)];

        private string Blank() => new(' ', random.Next(4) / 2);

        // Parentheses where they are needed, and now and then where they are not.
        private string At(Part part, int power) =>
            part.Power < power || random.Next(6) == 0 ? $"({Blank()}{part.Text}{Blank()})" : part.Text;
    }
}
