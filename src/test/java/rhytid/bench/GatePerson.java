package rhytid.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import rhytid.London;

/**
 * A person of the London set that gates are judged on: every second one. Thresholds and weights of the gates were set
 * on the others.
 *
 * @param seed of what is chance in this person's pictures
 */
record GatePerson(int seed, Path neutral, Path smiling, Path another) {

    /** So many of them, evenly spread. */
    static List<GatePerson> of(int count) {
        List<Path> neutral = others(London.neutral());
        List<Path> smiling = others(London.smiling());
        List<GatePerson> people = IntStream.range(0, neutral.size())
                .mapToObj(i -> new GatePerson(i, neutral.get(i), smiling.get(i), neutral.get((i + 1) % neutral.size())))
                .toList();
        return Pictures.spread(people, count);
    }

    private static List<Path> others(List<Path> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(all::get)
                .toList();
    }
}
