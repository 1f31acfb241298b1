using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace SnnGen.Generators.Usage;

/// <summary>SNN3003: the decision, compared with a class that is not there.</summary>
internal static class DecisionCheck
{
    /// <summary>Whole comparisons: an IDE shows only what lies within the operation that is examined.</summary>
    public static readonly OperationKind[] Comparisons =
        [OperationKind.Binary, OperationKind.IsPattern, OperationKind.SwitchExpression, OperationKind.Switch];

    public static void Examine(OperationAnalysisContext context)
    {
        switch (context.Operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                Examine(context, comparison.LeftOperand, [comparison.RightOperand]);
                Examine(context, comparison.RightOperand, [comparison.LeftOperand]);
                break;
            case IIsPatternOperation test:
                Examine(context, test.Value, Constants(test.Pattern));
                break;
            case ISwitchExpressionOperation choice:
                Examine(context, choice.Value, choice.Arms.SelectMany(arm => Constants(arm.Pattern)));
                break;
            case ISwitchOperation choice:
                Examine(context, choice.Value, choice.Cases.SelectMany(section => section.Clauses).SelectMany(Constants));
                break;
        }
    }

    private static void Examine(OperationAnalysisContext context, IOperation decision, IEnumerable<IOperation> values)
    {
        if (decision is not IPropertyReferenceOperation { Property: { Name: "Class", Type.SpecialType: SpecialType.System_Int32 } property }
            || GeneratedClass.Of(property) is not { } network)
            return;
        foreach (IOperation value in values)
        {
            if (value.ConstantValue is { HasValue: true, Value: int index })
                IndexCheck.Report(context, network, value, "class", index, network.OutputSize);
        }
    }

    private static IEnumerable<IOperation> Constants(ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single => [single.Value],
        IPatternCaseClauseOperation { Pattern: { } pattern } => Constants(pattern),
        _ => [],
    };

    private static IEnumerable<IOperation> Constants(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => [constant.Value],
        INegatedPatternOperation negated => Constants(negated.Pattern),
        IBinaryPatternOperation either => Constants(either.LeftPattern).Concat(Constants(either.RightPattern)),
        _ => [],
    };
}
