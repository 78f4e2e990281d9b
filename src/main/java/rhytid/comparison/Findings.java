package rhytid.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rhytid.face.Expression;

/** What in a comparison the injector may want to look at. The product measures, the injector decides. */
final class Findings {

    private Findings() {}

    static List<Finding> of(
            FindingLimits limits,
            Map<Expression, ExpressionComparison> expressions,
            Map<String, MovementChange> movement) {
        List<Finding> findings = new ArrayList<>();
        ExpressionComparison rest = expressions.get(Expression.REST);
        if (rest != null) {
            GeometryFindings.atRest(limits, rest.measures(), findings);
        }
        ExpressionComparison smile = expressions.get(Expression.SMILE);
        if (smile != null) {
            GeometryFindings.inSmile(limits, smile.measures(), findings);
        }
        expressions.values().forEach(pair -> LineFindings.of(limits, pair, findings));
        movement.forEach((name, change) -> movementLost(limits, name, change, findings));
        return List.copyOf(findings);
    }

    private static void movementLost(FindingLimits limits, String name, MovementChange change, List<Finding> findings) {
        Double share = change.preservedPercent();
        Double high = change.ciHighPercent();
        if (share != null && high != null && share <= limits.movementLostPercent() && high < 100) {
            findings.add(new Finding(
                            FindingCode.MOVEMENT_LOST.code(),
                            Finding.NOTE,
                            null,
                            "Of the movement " + spoken(name) + ", "
                                    + String.format(Locale.ROOT, "%.0f", Math.max(0, share))
                                    + " % is preserved. Consider whether that much was intended.",
                            share)
                    .about(name, null));
        }
    }

    static String spoken(String name) {
        return switch (name) {
            case "browRaise" -> "that raises the brows";
            case "frown" -> "that draws the brows together";
            case "smile" -> "of the corners of the mouth in a smile";
            default -> name;
        };
    }
}
