package rhytid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rhytid.phantom.Phantom;
import rhytid.phantom.PhantomPhoto;
import rhytid.phantom.Visit;
import rhytid.photo.Photo;
import rhytid.photo.PhotoInfo;
import rhytid.wrinkle.Region;

/**
 * A phantom's photo as stored, with the Σ length × depth in mm that was painted into each region. Computing one takes a
 * second, so {@code -Drhytid.bench.keep=FOLDER} keeps them from one run to the next.
 */
record LineShot(byte[] jpeg, Map<Region, Double> paintedMm) {

    static LineShot of(Phantom phantom, Visit visit) {
        Path kept = kept(phantom, visit);
        if (kept != null && Files.exists(kept)) {
            return read(kept);
        }
        LineShot shot;
        try (PhantomPhoto photo = phantom.photograph(visit)) {
            Map<Region, Double> painted = new EnumMap<>(Region.class);
            for (Region region : Region.values()) {
                painted.put(region, photo.truth().lengthTimesDepthMm(region));
            }
            shot = new LineShot(photo.jpeg(), painted);
        }
        if (kept != null) {
            shot.write(kept);
        }
        return shot;
    }

    Photo photo() {
        return Retake.read(jpeg, new PhotoInfo("phantom", "jpeg", null, null, null));
    }

    private static @Nullable Path kept(Phantom phantom, Visit visit) {
        String folder = System.getProperty("rhytid.bench.keep");
        return folder == null ? null : Path.of(folder, Integer.toHexString((phantom + "" + visit).hashCode()) + ".jpg");
    }

    private static LineShot read(Path kept) {
        try {
            Map<Region, Double> painted = new EnumMap<>(Region.class);
            for (String line : Files.readAllLines(Path.of(kept + ".txt"))) {
                String[] parts = line.split(" ");
                painted.put(Region.valueOf(parts[0]), Double.valueOf(parts[1]));
            }
            return new LineShot(Files.readAllBytes(kept), painted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path kept) {
        try {
            Files.write(
                    Path.of(kept + ".txt"),
                    paintedMm.entrySet().stream()
                            .map(e -> e.getKey().name() + " " + e.getValue())
                            .toList());
            Files.write(kept, jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
