package rhytid.comparison;

import java.util.List;
import java.util.Map;
import rhytid.face.Expression;

/**
 * Everything that is said about a pair of visits; becomes comparison.json. Owns what the expressions own: close it.
 *
 * @param algorithm version of the method; a change that alters numbers alters it
 * @param models name and SHA-256 of each model used
 * @param refusals why the pair is not comparable; empty when it is
 * @param movement by {@code browRaise}, {@code frown}, {@code smile}
 * @param corrections what a person put right before this was measured
 */
public record Comparison(
        String algorithm,
        Map<String, String> models,
        List<Objection> refusals,
        List<Objection> warnings,
        Map<Expression, ExpressionComparison> expressions,
        Map<String, MovementChange> movement,
        List<Finding> findings,
        Corrections corrections)
        implements AutoCloseable {

    public boolean comparable() {
        return refusals.isEmpty();
    }

    @Override
    public void close() {
        expressions.values().forEach(ExpressionComparison::close);
    }
}
