package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rhytid.London;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.face.LookPlan;
import rhytid.photo.Photo;
import rhytid.quality.Asked;
import rhytid.quality.GateLimits;
import rhytid.quality.PhotoGate;
import rhytid.quality.PhotoVerdict;

/** How many fit portraits the photo gate refuses, and how many spoilt ones ({@link Unfit}) it lets through. */
final class GateRates implements Benchmark {

    private static final String FIT = "fit";
    private static final String SMILING = "smiling at rest";

    private final PhotoGate gate = new PhotoGate(GateLimits.STANDARD);

    /** What the gate said to one picture. */
    private record Judged(String kind, SkinTone tone, boolean refused) {}

    @Override
    public String name() {
        return "gates";
    }

    @Override
    public List<GoalRow> run(Bench bench) {
        int portraits = bench.size().of(20, 6);
        List<Judged> judged = new ArrayList<>();
        try (Crew crew = new Crew(bench.models(), LookPlan.QUICK)) {
            crew.each(Pictures.spread(London.neutral(), portraits), this::portrait)
                    .forEach(judged::addAll);
            crew.each(Pictures.spread(London.smiling(), portraits), this::smiling)
                    .forEach(judged::addAll);
        }
        List<Judged> fit = judged.stream().filter(j -> j.kind().equals(FIT)).toList();
        List<Judged> unfit = judged.stream().filter(j -> !j.kind().equals(FIT)).toList();
        return List.of(
                GoalRow.of("gate.unfit", "Unfit photos refused", Goal.atLeast(95, "%", 1), share(unfit), unfit.size())
                        .parts(kinds(unfit)),
                GoalRow.of("gate.fit", "Fit portraits refused", Goal.atMost(5, "%", 1), share(fit), fit.size())
                        .parts(SkinTone.parts(fit, Judged::tone, GateRates::share)));
    }

    private static double share(List<Judged> judged) {
        return 100.0 * judged.stream().filter(Judged::refused).count() / judged.size();
    }

    private static Map<String, GoalRow.Part> kinds(List<Judged> unfit) {
        Map<String, GoalRow.Part> parts = new LinkedHashMap<>();
        unfit.stream().map(Judged::kind).distinct().forEach(kind -> {
            List<Judged> some =
                    unfit.stream().filter(j -> j.kind().equals(kind)).toList();
            parts.put(kind, new GoalRow.Part(share(some), some.size()));
        });
        return parts;
    }

    private List<Judged> portrait(FaceFinder finder, Path file) {
        List<Judged> judged = new ArrayList<>();
        try (Photo photo = London.read(file)) {
            List<Face> faces = finder.find(photo);
            SkinTone tone = SkinTone.of(photo, faces.getFirst().landmarks());
            judged.add(new Judged(FIT, tone, refused(photo, faces)));
            for (Unfit kind : Unfit.values()) {
                try (Photo spoilt = kind.of(photo, faces.getFirst())) {
                    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                    judged.add(new Judged(name, tone, refused(spoilt, finder.find(spoilt))));
                }
            }
        }
        return judged;
    }

    private List<Judged> smiling(FaceFinder finder, Path file) {
        try (Photo photo = London.read(file)) {
            List<Face> faces = finder.find(photo);
            SkinTone tone = SkinTone.of(photo, faces.getFirst().landmarks());
            return List.of(new Judged(SMILING, tone, refused(photo, faces)));
        }
    }

    private boolean refused(Photo photo, List<Face> faces) {
        return gate.judge(photo, faces, Asked.of(Expression.REST)) instanceof PhotoVerdict.Unfit;
    }
}
