package rhytid.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rhytid.face.Expression;
import rhytid.photo.Refusal;
import rhytid.quality.Reason;

/**
 * What the gates said, expression by expression. Where rest was refused, or nothing is left, the whole pair is refused:
 * every other expression is read against rest. Otherwise a refused expression is left out, and its refusals become
 * warnings that say so.
 */
final class Verdicts {

    private record Entry(@Nullable Expression expression, Objection objection) {}

    private final List<Entry> refusals = new ArrayList<>();
    private final List<Objection> warnings = new ArrayList<>();
    private final Set<Expression> common;
    private final Set<Expression> refused = new LinkedHashSet<>();

    Verdicts(Set<Expression> common) {
        this.common = common;
    }

    /** Speaks against one photo ({@code baseline/rest}) or the pair of an expression ({@code rest}). */
    void refuse(Expression expression, String photo, List<Refusal> reasons) {
        if (!reasons.isEmpty()) {
            refused.add(expression);
        }
        reasons.forEach(reason -> refusals.add(new Entry(expression, new Objection(reason, photo))));
    }

    void warn(String photo, List<Refusal> reasons) {
        reasons.forEach(reason -> warnings.add(new Objection(reason, photo)));
    }

    boolean isRefused(Expression expression) {
        return refused.contains(expression);
    }

    /** Whether nothing can be compared. */
    boolean pairRefused() {
        return refused.contains(Expression.REST) || refused.containsAll(common);
    }

    /** Why the pair is refused; empty where it is not. */
    List<Objection> refusals() {
        if (!pairRefused()) {
            return List.of();
        }
        return common.isEmpty()
                ? List.of(nothingInCommon())
                : refusals.stream().map(Entry::objection).toList();
    }

    List<Objection> warnings() {
        List<Objection> all = new ArrayList<>(warnings);
        if (!pairRefused()) {
            refusals.forEach(entry -> all.add(entry.objection().leavingOut()));
        }
        return all;
    }

    private static Objection nothingInCommon() {
        return new Objection(Reason.NOTHING_IN_COMMON.refusal(), null);
    }
}
