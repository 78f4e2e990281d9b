package rhytid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import rhytid.face.FaceFinder;
import rhytid.photo.Photo;
import rhytid.wrinkle.Region;

/**
 * Two photos of one face whose lines' change is known. Owns the photos: close it.
 *
 * @param person whose face it is
 * @param truePercent by how much the lines of a region were made to change; regions that are not named have lines too
 *     faint to be judged by their percentage
 * @param painted those of them that were given lines to be found
 */
record LinePair(
        String person,
        SkinTone tone,
        Kind kind,
        Photo before,
        Photo after,
        Map<Region, Double> truePercent,
        Set<Region> painted)
        implements AutoCloseable {

    /** What differs between the photos. */
    enum Kind {
        /** Nothing: photographed again in the same set-up. */
        SAME,
        /** Only the photo: light up to 30° apart, exposure, white balance, sharpness, framing, small pose. */
        MIXED,
        /** The same without the light and the pose: photos of living people, whose light can't be moved. */
        RETAKEN,
        /** All lines are a tenth fainter, same set-up. */
        FADE_SAME,
        /** All lines are 15 % fainter, everything of the photo differs. */
        FADE_MIXED,
        /** The lines of each region are fainter by a share of their own, from nothing to all, same set-up. */
        FADES,
        /** Only the follow-up's sharpness: it is softer. */
        SOFTER,
        /** Only the follow-up's sharpness: it is sharper. */
        SHARPER;

        boolean changesNothing() {
            return this == SAME || this == MIXED || this == RETAKEN || this == SOFTER || this == SHARPER;
        }
    }

    LinePair {
        truePercent = Map.copyOf(truePercent);
        painted = Set.copyOf(painted);
    }

    /**
     * What is read of every pair of some phantoms and then of some portraits, in that order.
     *
     * @param firstSeed of the phantoms
     */
    static <T> List<T> each(
            Crew crew,
            long firstSeed,
            int phantoms,
            List<Path> portraits,
            BiFunction<FaceFinder, LinePair, List<T>> reading) {
        return crew
                .each(IntStream.range(0, phantoms + portraits.size()).boxed().toList(), (finder, i) -> {
                    List<T> read = new ArrayList<>();
                    Consumer<LinePair> taker = pair -> read.addAll(reading.apply(finder, pair));
                    if (i < phantoms) {
                        PhantomLinePairs.ofPerson(firstSeed + i, taker);
                    } else {
                        LondonLinePairs.ofPortrait(portraits.get(i - phantoms), i, finder, taker);
                    }
                    return read;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        before.close();
        after.close();
    }
}
