package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rhytid.London;
import rhytid.face.Expression;
import rhytid.face.Face;
import rhytid.face.FaceFinder;
import rhytid.phantom.Base;
import rhytid.phantom.Phantom;
import rhytid.phantom.PhantomPhoto;
import rhytid.phantom.Visit;
import rhytid.photo.Photo;
import rhytid.wrinkle.Region;

/**
 * Hair, stubble, pores, glasses and shadows on London faces whose skin did not change: in one photo of a pair or in
 * both. How often is what they do to a region called a change of its lines?
 */
final class NotLineGoals implements Benchmark {

    private static final long SEED = 77;

    /** Other phantoms than lines were tuned or judged on. */
    private static final int FIRST_PHANTOM = 1100;

    private static final int HEIGHT_PX = 1400;

    /** What was said of a region that something lies on; where no change was said, why. */
    private record Said(
            NotALine what,
            boolean both,
            SkinTone tone,
            @Nullable Double percent,
            boolean significant,
            @Nullable String reason) {}

    @Override
    public String name() {
        return "not-lines";
    }

    @Override
    public List<GoalRow> run(Bench bench) {
        int phantoms = bench.size().of(10, 1);
        List<Path> files = Pictures.spread(LondonHalves.judged(), bench.size().of(14, 1));
        List<Said> all = bench
                .crew()
                .each(IntStream.range(0, phantoms + files.size()).boxed().toList(), (finder, i) -> {
                    try (Photo photo = i < phantoms ? phantom(i) : lined(finder, files.get(i - phantoms), i)) {
                        return ofPerson(finder, photo, i);
                    }
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        List<GoalRow> rows = new ArrayList<>();
        for (NotALine what : NotALine.values()) {
            if (what == NotALine.NOTHING) {
                rows.add(called(
                        "nothing",
                        "Nothing changed, nothing drawn over the skin: regions called changed",
                        some(all, what, true)));
                continue;
            }
            String begin = "Nothing changed but " + what.words() + " in ";
            List<Said> one = some(all, what, false);
            rows.add(called(what.key() + ".one", begin + "one photo of two: regions called changed", one));
            rows.add(
                    called(what.key() + ".both", begin + "both photos: regions called changed", some(all, what, true)));
            rows.add(size(what.key(), begin + "one photo of two: median size of the change, called or not", one));
        }
        rows.add(leftOut(all));
        rows.add(reasons(all));
        return rows;
    }

    private static Photo phantom(int number) {
        int seed = FIRST_PHANTOM + number;
        Base base = Base.values()[seed % Base.values().length];
        double age = 0.55 + 0.5 * new Random(seed).nextDouble();
        try (PhantomPhoto photo = Phantom.of(base)
                .seed(seed)
                .aged(age)
                .photograph(Visit.of(Expression.REST).heightPx(HEIGHT_PX))) {
            return photo.photo("phantom");
        }
    }

    private static Photo lined(FaceFinder finder, Path file, int number) {
        try (Photo portrait = London.read(file)) {
            Face face = finder.find(portrait).getFirst();
            return PaintedLines.random(face, SEED + number).on(portrait, 1);
        }
    }

    private static List<Said> ofPerson(FaceFinder finder, Photo portrait, int person) {
        Face face = finder.find(portrait).getFirst();
        List<Said> said = new ArrayList<>();
        for (NotALine what : NotALine.values()) {
            for (boolean both : what == NotALine.NOTHING ? new boolean[] {true} : new boolean[] {false, true}) {
                said.addAll(pair(finder, portrait, face, what, both, SEED + 1000L * person + 10L * what.ordinal()));
            }
        }
        return said;
    }

    private static List<Said> pair(
            FaceFinder finder, Photo portrait, Face face, NotALine what, boolean both, long seed) {
        // As often in the baseline alone as in the follow-up alone: half of what it fakes would be an improvement.
        boolean first = both || new Random(seed).nextBoolean();
        NotALine.Worn before = (first ? what : NotALine.NOTHING).on(portrait, face, seed, seed + 1);
        NotALine.Worn after = (both || !first ? what : NotALine.NOTHING).on(portrait, face, seed, seed + 2);
        Set<Region> touched = new HashSet<>(first ? before.touched() : after.touched());
        if (both) {
            touched.addAll(after.touched());
        }
        Random random = new Random(seed + 3);
        try (Photo one = before.photo();
                Photo two = after.photo();
                Photo baseline = LondonLinePairs.careful(random).of(one);
                Photo followUp = LondonLinePairs.careful(random).of(two)) {
            return MeasuredPair.of(finder, baseline, followUp, true)
                    .map(pair -> pair.lines().values().stream()
                            .filter(change -> touched.contains(change.region()))
                            .map(change -> new Said(
                                    what,
                                    both,
                                    pair.tone(),
                                    change.changePercent(),
                                    change.significant(),
                                    change.reason()))
                            .toList())
                    .orElse(List.of());
        }
    }

    /** Of the regions of which a change was said; how many were left out is a row of its own. */
    private static GoalRow called(String id, String what, List<Said> some) {
        List<Said> said = some.stream().filter(s -> s.percent() != null).toList();
        return GoalRow.of("not-lines." + id, what, Goal.atMost(5, "%", 1), called(said), said.size())
                .parts(SkinTone.parts(said, Said::tone, NotLineGoals::called));
    }

    private static double called(List<Said> said) {
        return said.isEmpty()
                ? Double.NaN
                : 100.0 * said.stream().filter(Said::significant).count() / said.size();
    }

    private static GoalRow size(String key, String what, List<Said> some) {
        List<Said> said = some.stream().filter(s -> s.percent() != null).toList();
        return GoalRow.of("not-lines." + key + ".size", what, Goal.none("%", 1), size(said), said.size())
                .parts(SkinTone.parts(said, Said::tone, NotLineGoals::size));
    }

    private static double size(List<Said> said) {
        Sample sizes = new Sample();
        for (Said s : said) {
            if (s.percent() != null) {
                sizes.add(Math.abs(s.percent()));
            }
        }
        return sizes.quantile(0.5);
    }

    private static GoalRow leftOut(List<Said> all) {
        Map<String, GoalRow.Part> parts = new LinkedHashMap<>();
        for (NotALine what : NotALine.values()) {
            List<Said> some = all.stream().filter(s -> s.what() == what).toList();
            parts.put(what.words(), new GoalRow.Part(leftOutShare(some), some.size()));
        }
        return GoalRow.of(
                        "not-lines.left-out",
                        "Regions of these of which no change was said",
                        Goal.none("%", 1),
                        leftOutShare(all),
                        all.size())
                .parts(parts);
    }

    /**
     * Why, with nothing drawn: a region that has next to no lines has no share to lose, whatever lies on it, and is
     * another matter than one that is refused.
     */
    private static GoalRow reasons(List<Said> all) {
        List<Said> plain = some(all, NotALine.NOTHING, true);
        Map<String, Long> counted = plain.stream()
                .filter(s -> s.percent() == null)
                .collect(Collectors.groupingBy(s -> String.valueOf(s.reason()), TreeMap::new, Collectors.counting()));
        Map<String, GoalRow.Part> parts = new LinkedHashMap<>();
        counted.forEach(
                (reason, n) -> parts.put(reason, new GoalRow.Part(100.0 * n / plain.size(), Math.toIntExact(n))));
        return GoalRow.of(
                        "not-lines.left-out.plain",
                        "Nothing drawn: regions of which no change was said, by reason",
                        Goal.none("%", 1),
                        leftOutShare(plain),
                        plain.size())
                .parts(parts);
    }

    private static double leftOutShare(List<Said> said) {
        return 100.0 * said.stream().filter(s -> s.percent() == null).count() / said.size();
    }

    private static List<Said> some(List<Said> all, NotALine what, boolean both) {
        return all.stream().filter(s -> s.what() == what && s.both() == both).toList();
    }
}
