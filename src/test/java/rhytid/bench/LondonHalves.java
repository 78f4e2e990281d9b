package rhytid.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import rhytid.London;

/** The London faces in two halves: what is estimated on one is judged on the other. */
final class LondonHalves {

    private LondonHalves() {}

    static List<Path> estimatedOn() {
        return every(1);
    }

    static List<Path> judged() {
        return every(0);
    }

    private static List<Path> every(int parity) {
        List<Path> all = London.neutral();
        return IntStream.range(0, all.size())
                .filter(i -> i % 2 == parity)
                .mapToObj(all::get)
                .toList();
    }
}
