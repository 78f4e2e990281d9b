package rhytid.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhytid.photo.Refusal;
import rhytid.quality.PhotoVerdict;

/**
 * What a gate said to one picture, or pair.
 *
 * @param kind what is unfit about it, or {@link #FIT}
 */
record Judged(String kind, SkinTone tone, boolean refused) {

    static final String FIT = "fit";

    boolean fit() {
        return kind.equals(FIT);
    }

    /** Share that was refused, in percent. */
    static double share(List<Judged> judged) {
        return 100.0 * judged.stream().filter(Judged::refused).count() / judged.size();
    }

    /** The share of each kind, in the order they come. */
    static Map<String, GoalRow.Part> kinds(List<Judged> judged) {
        Map<String, GoalRow.Part> parts = new LinkedHashMap<>();
        judged.stream().map(Judged::kind).distinct().forEach(kind -> {
            List<Judged> some =
                    judged.stream().filter(j -> j.kind().equals(kind)).toList();
            parts.put(kind, new GoalRow.Part(share(some), some.size()));
        });
        return parts;
    }

    /** What was refused of the unfit by kind, and of the fit and the unfit by tone. */
    static List<GoalRow> rows(String id, String what, List<Judged> all) {
        List<Judged> unfit = all.stream().filter(j -> !j.fit()).toList();
        List<Judged> fit = all.stream().filter(Judged::fit).toList();
        Map<String, GoalRow.Part> parts = kinds(unfit);
        parts.putAll(SkinTone.parts(unfit, Judged::tone, Judged::share));
        return List.of(
                GoalRow.of(id + ".unfit", "Unfit " + what + " refused", atLeast(), share(unfit), unfit.size())
                        .parts(parts),
                GoalRow.of(id + ".fit", "Fit " + what + " refused", Goal.atMost(5, "%", 1), share(fit), fit.size())
                        .parts(SkinTone.parts(fit, Judged::tone, Judged::share)));
    }

    /** Why, for whoever wants to know what was missed. */
    static String words(PhotoVerdict verdict) {
        return switch (verdict) {
            case PhotoVerdict.Unfit unfit -> "refused " + codes(unfit.refusals());
            case PhotoVerdict.Fit fit -> "passed " + codes(fit.warnings());
        };
    }

    static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(r -> r.code() + " " + r.value()).toList();
    }

    private static Goal atLeast() {
        return Goal.atLeast(95, "%", 1);
    }
}
